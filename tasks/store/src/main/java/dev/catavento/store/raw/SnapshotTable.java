package dev.catavento.store.raw;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** {@code raw.snapshot} and its pages. */
final class SnapshotTable {
    private static final String FINGERPRINT = "SELECT fingerprint_gzip FROM raw.snapshot WHERE snapshot_id = ?";
    private static final String INSERT = """
            INSERT INTO raw.snapshot (dataset, first_day, captured_at, source_url, row_count, fingerprint_gzip,
                layer_fields)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            RETURNING snapshot_id
            """;
    private static final String KEEP_PAGES = """
            INSERT INTO raw.page (sha256, byte_count, body_gzip)
            SELECT DISTINCT ON (sha256) sha256, byte_count, body_gzip
              FROM raw.landed_page
             WHERE dataset = ? AND day = ? AND id_list_sha256 = ?
            ON CONFLICT DO NOTHING
            """;
    private static final String NAME_PAGES = """
            WITH named AS (
            INSERT INTO raw.snapshot_page (snapshot_id, ordinal, row_count, sha256)
            SELECT ?, row_number() OVER (ORDER BY first_object_id), row_count, sha256
              FROM raw.landed_page
             WHERE dataset = ? AND day = ? AND id_list_sha256 = ?
            RETURNING row_count)
            SELECT coalesce(sum(row_count), 0) FROM named
            """;

    private SnapshotTable() {}

    static byte[] getFingerprint(Connection connection, long snapshotId) throws SQLException {
        try (var select = connection.prepareStatement(FINGERPRINT)) {
            select.setLong(1, snapshotId);
            var row = select.executeQuery();
            row.next();
            return row.getBytes(1);
        }
    }

    static long insert(Connection connection, String dataset, NewCapture capture, NewSnapshot snapshot)
            throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, dataset);
            insert.setObject(2, capture.day());
            insert.setObject(3, capture.capturedAt().atOffset(ZoneOffset.UTC));
            insert.setString(4, snapshot.sourceUrl());
            insert.setInt(5, snapshot.rowCount());
            insert.setBytes(6, snapshot.fingerprintGzip());
            insert.setObject(7, snapshot.layerFieldsJson(), Types.OTHER);
            var row = insert.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    /** Makes landed pages the snapshot's; gives the number of rows they hold. */
    static long insertPages(Connection connection, long snapshotId, String dataset, LocalDate day, byte[] idList)
            throws SQLException {
        try (var keep = connection.prepareStatement(KEEP_PAGES);
                var name = connection.prepareStatement(NAME_PAGES)) {
            keep.setString(1, dataset);
            keep.setObject(2, day);
            keep.setBytes(3, idList);
            keep.executeUpdate();
            name.setLong(1, snapshotId);
            name.setString(2, dataset);
            name.setObject(3, day);
            name.setBytes(4, idList);
            var sum = name.executeQuery();
            sum.next();
            return sum.getLong(1);
        }
    }
}
