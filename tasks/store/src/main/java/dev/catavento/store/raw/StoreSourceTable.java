package dev.catavento.store.raw;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** {@code ops.store}: one row, written once. */
final class StoreSourceTable {
    private static final String SELECT = "SELECT store_name, source_id, is_demo FROM ops.store";
    private static final String INSERT = """
            INSERT INTO ops.store (store_name, source_id, is_demo)
            VALUES (coalesce(?, regexp_replace(current_database(), '^catavento_', '')), ?, ?)
            ON CONFLICT DO NOTHING
            """;

    private StoreSourceTable() {}

    static Optional<StoreSource> find(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(SELECT)) {
            var row = select.executeQuery();
            return row.next()
                    ? Optional.of(new StoreSource(row.getString(1), row.getString(2), row.getBoolean(3)))
                    : Optional.empty();
        }
    }

    static StoreSource record(Connection connection, StoreSource source) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, source.storeName());
            insert.setString(2, source.sourceId());
            insert.setBoolean(3, source.demo());
            insert.executeUpdate();
        }
        return find(connection).orElseThrow();
    }
}
