package dev.catavento.store.fleet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads what was landed: which snapshot a day has, and its pages, one at a time. */
public final class SnapshotReader {
    private static final String CAPTURE = """
            SELECT c.snapshot_id, c.captured_at, s.row_count
              FROM raw.capture c JOIN raw.snapshot s USING (snapshot_id)
             WHERE c.dataset = ? AND c.day = ?
             ORDER BY c.capture_id DESC LIMIT 1
            """;
    private static final String PAGES = """
            SELECT p.body_gzip
              FROM raw.snapshot_page JOIN raw.page p USING (sha256)
             WHERE snapshot_id = ?
             ORDER BY ordinal
            """;
    private static final int PAGES_AT_ONCE = 4;

    private final Connection connection;

    public SnapshotReader(Connection connection) {
        this.connection = connection;
    }

    public Optional<Capture> findCapture(String dataset, LocalDate day) throws SQLException {
        try (var query = connection.prepareStatement(CAPTURE)) {
            query.setString(1, dataset);
            query.setObject(2, day);
            var row = query.executeQuery();
            return row.next()
                    ? Optional.of(new Capture(
                            row.getLong(1),
                            row.getObject(2, OffsetDateTime.class).toInstant(),
                            row.getInt(3)))
                    : Optional.empty();
        }
    }

    /** What to do with a page: the bytes as the source sent them, unpacked while they are read. */
    @FunctionalInterface
    public interface Page {
        void take(InputStream body);
    }

    /** Hands over the pages in order, a few at a time from the store. Needs a transaction. */
    public void eachPage(long snapshotId, Page page) throws SQLException {
        try (var query = connection.prepareStatement(PAGES)) {
            query.setFetchSize(PAGES_AT_ONCE);
            query.setLong(1, snapshotId);
            var rows = query.executeQuery();
            while (rows.next()) {
                page.take(new GZIPInputStream(new ByteArrayInputStream(rows.getBytes(1)), 1 << 14));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a page of snapshot " + snapshotId + " cannot be read", e);
        }
    }
}
