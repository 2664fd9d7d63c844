package dev.catavento.store.maintenance;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads all of {@code raw} as it stands at one moment, to see whether it is what was landed. Needs a transaction. */
public final class RawAudit {
    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";
    private static final String COUNT = "SELECT count(*) FROM raw.page";
    private static final String PAGES = "SELECT sha256, byte_count, body_gzip FROM raw.page";
    private static final String USE = """
            SELECT s.dataset, min(coalesce(c.day, s.first_day)), count(DISTINCT coalesce(c.day, s.first_day))
              FROM raw.snapshot_page p
              JOIN raw.snapshot s USING (snapshot_id)
              LEFT JOIN raw.capture c USING (snapshot_id)
             WHERE p.sha256 = ?
             GROUP BY s.dataset
            UNION ALL
            SELECT 'telemetry', min(d.day), count(DISTINCT d.day)
              FROM raw.telemetry_input i
              JOIN raw.telemetry_day d USING (telemetry_day_id)
             WHERE i.sha256 = ?
            HAVING count(*) > 0
             ORDER BY 2, 1
             LIMIT 1
            """;
    private static final String SNAPSHOTS = """
            SELECT s.snapshot_id, s.dataset, s.first_day, s.row_count,
                   coalesce(sum(l.row_count), 0), count(l.ordinal), coalesce(max(l.ordinal), 0),
                   min(encode(l.sha256, 'hex')) FILTER (WHERE p.sha256 IS NULL)
              FROM raw.snapshot s
              LEFT JOIN raw.snapshot_page l USING (snapshot_id)
              LEFT JOIN raw.page p ON p.sha256 = l.sha256
             GROUP BY s.snapshot_id
            HAVING coalesce(sum(l.row_count), 0) <> s.row_count
                OR coalesce(max(l.ordinal), 0) <> count(l.ordinal)
                OR count(l.ordinal) <> count(p.sha256)
             ORDER BY s.first_day, s.snapshot_id
            """;
    private static final int PAGES_AT_ONCE = 2;

    private final Connection connection;

    private RawAudit(Connection connection) {
        this.connection = connection;
    }

    /** Begins with the transaction; what is landed or removed later is not seen. */
    public static RawAudit begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(ONE_MOMENT);
        }
        return new RawAudit(connection);
    }

    /** What to do with a page: its name, the size it should have, and its content, packed. */
    @FunctionalInterface
    public interface Page {
        void take(byte[] sha256, int byteCount, InputStream bodyGzip) throws SQLException;
    }

    /**
     * Where a page is used.
     *
     * @param day the first day that rests on it
     * @param days how many days do
     */
    public record Use(String dataset, LocalDate day, int days) {}

    /**
     * A snapshot whose list of pages is not whole.
     *
     * @param listed rows that the listed pages hold
     * @param missingPage a listed page that is not there, in hex; null where all are
     */
    public record BrokenSnapshot(
            long id, String dataset, LocalDate day, int rows, long listed, boolean gap, String missingPage) {}

    public long countPages() throws SQLException {
        try (var query = connection.prepareStatement(COUNT)) {
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    /** Hands over every page, a few at a time from the store. */
    public void eachPage(Page page) throws SQLException {
        try (var query = connection.prepareStatement(PAGES)) {
            query.setFetchSize(PAGES_AT_ONCE);
            var row = query.executeQuery();
            while (row.next()) {
                page.take(row.getBytes(1), row.getInt(2), new ByteArrayInputStream(row.getBytes(3)));
            }
        }
    }

    /** The days that rest on a page; none where no snapshot lists it. */
    public Optional<Use> findUse(byte[] sha256) throws SQLException {
        try (var query = connection.prepareStatement(USE)) {
            query.setBytes(1, sha256);
            query.setBytes(2, sha256);
            var row = query.executeQuery();
            return row.next()
                    ? Optional.of(new Use(row.getString(1), row.getObject(2, LocalDate.class), row.getInt(3)))
                    : Optional.empty();
        }
    }

    public List<BrokenSnapshot> listBrokenSnapshots() throws SQLException {
        try (var query = connection.prepareStatement(SNAPSHOTS)) {
            var row = query.executeQuery();
            var broken = new ArrayList<BrokenSnapshot>();
            while (row.next()) {
                broken.add(new BrokenSnapshot(
                        row.getLong(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getInt(4),
                        row.getLong(5),
                        row.getLong(6) != row.getLong(7),
                        row.getString(8)));
            }
            return broken;
        }
    }
}
