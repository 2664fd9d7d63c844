package dev.catavento.testsupport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Puts hand-made rows of SIGEL's layer into {@code raw}, as an extraction would have left them. */
public final class LandedFleet {
    private static final String SNAPSHOT = """
            INSERT INTO raw.snapshot (dataset, first_day, captured_at, source_url, row_count, fingerprint_gzip, layer_fields)
            VALUES ('wind_fleet', ?, ?::date + interval '27 hours', 'test', ?, '', '[]') RETURNING snapshot_id
            """;
    private static final String CAPTURE = """
            INSERT INTO raw.capture (dataset, day, captured_at, provisional, state, snapshot_id,
                                     count_before, ids_listed, ids_received, count_after)
            VALUES ('wind_fleet', ?, ?::date + interval '27 hours', false, ?, ?, ?, ?, ?, ?)
            """;

    private final TestStore store;

    public LandedFleet(TestStore store) {
        this.store = store;
    }

    /** Lands the features (JSON objects with attributes and geometry) as this day's capture; returns the snapshot. */
    public long land(LocalDate day, List<String> features) {
        try (var connection = store.superuser()) {
            var page = "{\"features\":[" + String.join(",", features) + "]}";
            var bytes = page.getBytes(StandardCharsets.UTF_8);
            var sha256 = MessageDigest.getInstance("SHA-256").digest(bytes);
            update(
                    connection,
                    "INSERT INTO raw.page (sha256, byte_count, body_gzip) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                    sha256,
                    bytes.length,
                    gzip(bytes));
            long snapshot;
            try (var insert = connection.prepareStatement(SNAPSHOT)) {
                insert.setObject(1, day);
                insert.setObject(2, day);
                insert.setInt(3, features.size());
                var row = insert.executeQuery();
                row.next();
                snapshot = row.getLong(1);
            }
            update(connection, "INSERT INTO raw.snapshot_page VALUES (?, 1, ?, ?)", snapshot, features.size(), sha256);
            capture(connection, day, "stored", snapshot, features.size());
            return snapshot;
        } catch (SQLException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Records that the day was confirmed by a snapshot landed before. */
    public void confirm(LocalDate day, long snapshot) {
        try (var connection = store.superuser()) {
            int rows =
                    Integer.parseInt(store.value("SELECT row_count FROM raw.snapshot WHERE snapshot_id = " + snapshot));
            capture(connection, day, "confirmed", snapshot, rows);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void capture(Connection connection, LocalDate day, String state, long snapshot, int rows)
            throws SQLException {
        update(connection, CAPTURE, day, day, state, snapshot, rows, rows, rows, rows);
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
