package dev.catavento.store.export;

import java.sql.ResultSet;
import java.sql.SQLException;

final class PlantQuery extends RowQuery<PublishedPlant> {
    private static final String SQL = """
            SELECT plant_id_sigel, ceg, plant_name, state_uf, turbine_count, rated_power_kw,
                   operating_turbine_count, operating_power_kw, not_operating_turbine_count, not_operating_power_kw,
                   unknown_turbine_count, unknown_power_kw, public.ST_Y(location), public.ST_X(location)
              FROM out.wind_farm
             ORDER BY plant_id_sigel NULLS LAST, plant_name COLLATE "C"
            """;

    @Override
    String sql() {
        return SQL;
    }

    @Override
    PublishedPlant row(ResultSet row) throws SQLException {
        return new PublishedPlant(
                integer(row, 1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                number(row, 6),
                row.getLong(7),
                number(row, 8),
                row.getLong(9),
                number(row, 10),
                row.getLong(11),
                number(row, 12),
                row.getDouble(13),
                row.getDouble(14));
    }
}
