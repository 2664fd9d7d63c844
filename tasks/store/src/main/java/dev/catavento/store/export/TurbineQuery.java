package dev.catavento.store.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

final class TurbineQuery extends RowQuery<PublishedTurbine> {
    private static final String SQL = """
            SELECT latitude, longitude, rated_power_kw, tip_height_m, hub_height_m, rotor_diameter_m,
                   floor(extract(epoch FROM source_updated_at))::bigint, plant_id_sigel, plant_name, designation,
                   utm_easting_m, utm_northing_m, source_version, utm_datum, operating, utm_zone, owner_name,
                   source_origin, object_id, state_uf, ceg, turbine_id::text, pot_mw_original, quality_flags
              FROM out.wind_turbine
             ORDER BY plant_id_sigel NULLS LAST, designation COLLATE "C", turbine_id
            """;

    @Override
    String sql() {
        return SQL;
    }

    @Override
    PublishedTurbine row(ResultSet row) throws SQLException {
        return new PublishedTurbine(
                row.getDouble(1),
                row.getDouble(2),
                number(row, 3),
                number(row, 4),
                number(row, 5),
                number(row, 6),
                instant(row, 7),
                integer(row, 8),
                row.getString(9),
                row.getString(10),
                number(row, 11),
                number(row, 12),
                row.getString(13),
                row.getString(14),
                flag(row, 15),
                row.getString(16),
                row.getString(17),
                row.getString(18),
                wholeNumber(row, 19),
                row.getString(20),
                row.getString(21),
                row.getString(22),
                number(row, 23),
                row.getString(24));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        var seconds = wholeNumber(row, column);
        return seconds == null ? null : Instant.ofEpochSecond(seconds);
    }

    private static Long wholeNumber(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    private static Boolean flag(ResultSet row, int column) throws SQLException {
        boolean value = row.getBoolean(column);
        return row.wasNull() ? null : value;
    }
}
