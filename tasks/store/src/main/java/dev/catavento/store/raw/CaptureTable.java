package dev.catavento.store.raw;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** {@code raw.capture}. */
final class CaptureTable {
    private static final String NEWEST = """
            SELECT c.day, c.captured_at, c.provisional, c.snapshot_id, s.first_day, s.row_count
              FROM raw.capture c JOIN raw.snapshot s USING (snapshot_id)
             WHERE c.dataset = ? AND c.day BETWEEN ? AND ?
             ORDER BY c.day DESC, c.capture_id DESC
             LIMIT 1
            """;
    private static final String INSERT = """
            INSERT INTO raw.capture (dataset, day, captured_at, provisional, state, snapshot_id,
                count_before, ids_listed, ids_received, count_after, run_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private CaptureTable() {}

    static Optional<Capture> findNewest(Connection connection, String dataset, LocalDate from, LocalDate to)
            throws SQLException {
        try (var select = connection.prepareStatement(NEWEST)) {
            select.setString(1, dataset);
            select.setObject(2, from);
            select.setObject(3, to);
            var row = select.executeQuery();
            return row.next()
                    ? Optional.of(new Capture(
                            row.getObject(1, LocalDate.class),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getBoolean(3),
                            row.getLong(4),
                            row.getObject(5, LocalDate.class),
                            row.getInt(6)))
                    : Optional.empty();
        }
    }

    static void insert(Connection connection, String dataset, NewCapture capture, String state, long snapshotId)
            throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, dataset);
            insert.setObject(2, capture.day());
            insert.setObject(3, capture.capturedAt().atOffset(ZoneOffset.UTC));
            insert.setBoolean(4, capture.provisional());
            insert.setString(5, state);
            insert.setLong(6, snapshotId);
            insert.setLong(7, capture.proof().countBefore());
            insert.setInt(8, capture.proof().idsListed());
            insert.setInt(9, capture.proof().idsReceived());
            insert.setLong(10, capture.proof().countAfter());
            insert.setString(11, capture.runId());
            insert.executeUpdate();
        }
    }
}
