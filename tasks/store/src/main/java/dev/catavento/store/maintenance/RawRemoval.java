package dev.catavento.store.maintenance;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Removes snapshots that no kept day rests on, and the pages that only they had. A capture stays as the proof that the
 * day was captured; it names no snapshot any more. Needs a transaction.
 */
public final class RawRemoval {
    private static final String NOT_NEEDED = """
            SELECT s.snapshot_id
              FROM raw.snapshot s
             WHERE s.dataset = ?
               AND NOT EXISTS (SELECT FROM raw.capture c WHERE c.snapshot_id = s.snapshot_id AND c.day = ANY (?))
               AND NOT EXISTS (SELECT FROM ops.release r
                                WHERE r.dataset = s.dataset AND r.snapshot_id = s.snapshot_id AND r.day = ANY (?))
            """;
    private static final String DAYS = """
            SELECT DISTINCT day FROM raw.capture WHERE snapshot_id = ANY (?) ORDER BY day
            """;
    private static final String PAGES = """
            SELECT count(*), coalesce(sum(length(p.body_gzip)), 0)
              FROM raw.page p
             WHERE NOT EXISTS (SELECT FROM raw.snapshot_page l WHERE l.sha256 = p.sha256 AND l.snapshot_id <> ALL (?))
               AND NOT EXISTS (SELECT FROM raw.telemetry_input i WHERE i.sha256 = p.sha256)
            """;
    private static final String WAIT_BRIEFLY = "SET LOCAL lock_timeout = '10s'";
    /** Readers go on; whoever lands waits, even one whose task was killed while the server still works for it. */
    private static final String LOCK =
            "LOCK TABLE raw.page, raw.snapshot, raw.snapshot_page, raw.telemetry_input IN EXCLUSIVE MODE";

    private static final String UNTIE = """
            UPDATE raw.capture SET snapshot_id = NULL, removed_at = now() WHERE snapshot_id = ANY (?)
            """;
    private static final String UNLIST = "DELETE FROM raw.snapshot_page WHERE snapshot_id = ANY (?)";
    private static final String DELETE_SNAPSHOTS = "DELETE FROM raw.snapshot WHERE snapshot_id = ANY (?)";
    private static final String DELETE_PAGES = """
            DELETE FROM raw.page p
             WHERE NOT EXISTS (SELECT FROM raw.snapshot_page l WHERE l.sha256 = p.sha256)
               AND NOT EXISTS (SELECT FROM raw.telemetry_input i WHERE i.sha256 = p.sha256)
            """;
    /** An extraction takes up what it landed hours ago, never days ago. */
    private static final String DELETE_LEFT_OVER = """
            DELETE FROM raw.landed_page WHERE dataset = ? AND landed_at < now() - interval '2 days'
            """;

    private final Connection connection;
    private final String dataset;

    public RawRemoval(Connection connection, String dataset) {
        this.connection = connection;
        this.dataset = dataset;
    }

    /**
     * What goes, or would go.
     *
     * @param days the days whose content goes
     * @param bytes of the pages, packed
     */
    public record Removed(List<LocalDate> days, int snapshots, long pages, long bytes) {}

    /** What {@link #remove} would remove; changes nothing. */
    public Removed plan(Collection<LocalDate> kept) throws SQLException {
        return measure(listNotNeeded(kept));
    }

    /** Removes what no kept day and no release of a kept day rests on; nobody lands meanwhile. */
    public Removed remove(Collection<LocalDate> kept) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(WAIT_BRIEFLY);
            statement.execute(LOCK);
        }
        var ids = listNotNeeded(kept);
        var removed = measure(ids);
        update(UNTIE, ids);
        update(UNLIST, ids);
        update(DELETE_SNAPSHOTS, ids);
        try (var delete = connection.prepareStatement(DELETE_PAGES)) {
            delete.executeUpdate();
        }
        return removed;
    }

    /** Removes what extractions that never ended well left behind; gives the number of pages. */
    public int removeLeftOver() throws SQLException {
        try (var delete = connection.prepareStatement(DELETE_LEFT_OVER)) {
            delete.setString(1, dataset);
            return delete.executeUpdate();
        }
    }

    private Long[] listNotNeeded(Collection<LocalDate> kept) throws SQLException {
        try (var query = connection.prepareStatement(NOT_NEEDED)) {
            var days = connection.createArrayOf("date", kept.toArray());
            query.setString(1, dataset);
            query.setArray(2, days);
            query.setArray(3, days);
            var row = query.executeQuery();
            var ids = new ArrayList<Long>();
            while (row.next()) {
                ids.add(row.getLong(1));
            }
            return ids.toArray(Long[]::new);
        }
    }

    private Removed measure(Long[] ids) throws SQLException {
        var days = new ArrayList<LocalDate>();
        try (var query = connection.prepareStatement(DAYS);
                var pages = connection.prepareStatement(PAGES)) {
            query.setArray(1, connection.createArrayOf("bigint", ids));
            var row = query.executeQuery();
            while (row.next()) {
                days.add(row.getObject(1, LocalDate.class));
            }
            pages.setArray(1, connection.createArrayOf("bigint", ids));
            var sum = pages.executeQuery();
            sum.next();
            return new Removed(days, ids.length, sum.getLong(1), sum.getLong(2));
        }
    }

    private void update(String sql, Long[] ids) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids));
            statement.executeUpdate();
        }
    }
}
