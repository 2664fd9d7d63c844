package dev.catavento.store.export;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

final class ReleaseQuery {
    private static final String NEWEST = """
            SELECT release_id, day, rules_version
              FROM ops.release
             WHERE dataset = ?
             ORDER BY day DESC, release_id DESC
             LIMIT 1
            """;

    private static final String LAST_EXPORT = """
            SELECT day, release_id, format_version, datapackage_sha256
              FROM ops.export
             WHERE dataset = ?
             ORDER BY export_id DESC
             LIMIT 1
            """;

    private ReleaseQuery() {}

    static Optional<PublishedRelease> findNewest(Connection connection, String dataset) throws SQLException {
        try (var query = connection.prepareStatement(NEWEST)) {
            query.setString(1, dataset);
            var row = query.executeQuery();
            return row.next()
                    ? Optional.of(
                            new PublishedRelease(row.getLong(1), row.getObject(2, LocalDate.class), row.getString(3)))
                    : Optional.empty();
        }
    }

    static Optional<ExportRecord> findLastExport(Connection connection, String dataset) throws SQLException {
        try (var query = connection.prepareStatement(LAST_EXPORT)) {
            query.setString(1, dataset);
            var row = query.executeQuery();
            return row.next()
                    ? Optional.of(new ExportRecord(
                            row.getObject(1, LocalDate.class), row.getLong(2), row.getString(3), row.getString(4)))
                    : Optional.empty();
        }
    }

    static boolean isDemo(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT is_demo FROM ops.store")) {
            var row = query.executeQuery();
            return row.next() && row.getBoolean(1);
        }
    }
}
