package dev.catavento.store.export;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

final class PowerQuery {
    // numeric sums are exact, whatever the order of the rows
    private static final String SQL = """
            SELECT count(*) FILTER (WHERE operating),
                   coalesce(sum(rated_power_kw::numeric) FILTER (WHERE operating), 0),
                   count(*) FILTER (WHERE NOT operating),
                   coalesce(sum(rated_power_kw::numeric) FILTER (WHERE NOT operating), 0),
                   count(*) FILTER (WHERE operating IS NULL),
                   coalesce(sum(rated_power_kw::numeric) FILTER (WHERE operating IS NULL), 0)
              FROM core.wind_turbine
            """;

    private PowerQuery() {}

    static FleetPower read(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(SQL)) {
            var row = query.executeQuery();
            row.next();
            return new FleetPower(share(row, 1), share(row, 3), share(row, 5));
        }
    }

    private static FleetPower.Share share(ResultSet row, int column) throws SQLException {
        return new FleetPower.Share(row.getLong(column), row.getDouble(column + 1));
    }
}
