package dev.catavento.store.maintenance;

import dev.catavento.store.telemetry.LandedTelemetryLock;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Removes what landings of a source of telemetry hold for days that are not kept: answers, statistics, and the pages that
 * only they had. The landing stays as the proof that the day was read. Needs a transaction.
 */
public final class TelemetryRemoval {
    private static final String SOURCES =
            "SELECT source FROM raw.telemetry_day UNION SELECT source FROM ops.release WHERE source IS NOT NULL ORDER BY 1";
    private static final String LANDED =
            "SELECT DISTINCT day FROM raw.telemetry_day WHERE source = ? AND removed_at IS NULL";
    private static final String PUBLISHED =
            "SELECT DISTINCT day FROM ops.release WHERE dataset = 'telemetry' AND source = ?";
    /** The newest landing of a shard says something else than its newest release. */
    private static final String NOT_LOADED = """
            SELECT DISTINCT d.day
              FROM (SELECT DISTINCT ON (day, shard_count, shard_index) * FROM raw.telemetry_day WHERE source = ?
                     ORDER BY day, shard_count, shard_index, telemetry_day_id DESC) d
             WHERE d.removed_at IS NULL
               AND d.statistics_sha256 IS DISTINCT FROM
                   (SELECT p.statistics_sha256 FROM ops.release r JOIN raw.telemetry_day p USING (telemetry_day_id)
                     WHERE r.source = d.source AND r.day = d.day
                       AND r.shard_index = d.shard_index AND r.shard_count = d.shard_count
                     ORDER BY r.release_id DESC LIMIT 1)
            """;

    private static final String NOT_NEEDED = """
            SELECT telemetry_day_id, day FROM raw.telemetry_day
             WHERE source = ? AND removed_at IS NULL AND day <> ALL (?) ORDER BY day
            """;
    private static final String BLOBS = """
            SELECT count(*), coalesce(sum(length(body)), 0) FROM raw.telemetry_statistics WHERE telemetry_day_id = ANY (?)
            """;
    private static final String PAGES = """
            SELECT count(*), coalesce(sum(length(p.body_gzip)), 0)
              FROM raw.page p
             WHERE EXISTS (SELECT FROM raw.telemetry_input i WHERE i.sha256 = p.sha256 AND i.telemetry_day_id = ANY (?))
               AND NOT EXISTS (SELECT FROM raw.telemetry_input i WHERE i.sha256 = p.sha256 AND i.telemetry_day_id <> ALL (?))
               AND NOT EXISTS (SELECT FROM raw.snapshot_page l WHERE l.sha256 = p.sha256)
            """;
    private static final String WAIT_BRIEFLY = "SET LOCAL lock_timeout = '10s'";
    /** Readers go on; whoever lands waits. */
    private static final String LOCK = """
            LOCK TABLE raw.page, raw.snapshot_page, raw.telemetry_day, raw.telemetry_input, raw.telemetry_statistics
                IN EXCLUSIVE MODE
            """;

    private static final List<String> PARTS =
            List.of("raw.telemetry_input", "raw.telemetry_statistics", "raw.telemetry_issue", "raw.telemetry_turbine");
    private static final String MARK =
            "UPDATE raw.telemetry_day SET removed_at = now() WHERE telemetry_day_id = ANY (?)";
    private static final String LISTED = """
            SELECT coalesce(array_agg(DISTINCT sha256), '{}') FROM raw.telemetry_input WHERE telemetry_day_id = ANY (?)
            """;
    private static final String DELETE_PAGES = """
            DELETE FROM raw.page p
             WHERE p.sha256 = ANY (?)
               AND NOT EXISTS (SELECT FROM raw.snapshot_page l WHERE l.sha256 = p.sha256)
               AND NOT EXISTS (SELECT FROM raw.telemetry_input i WHERE i.sha256 = p.sha256)
            """;

    private final Connection connection;
    private final String source;

    public TelemetryRemoval(Connection connection, String source) {
        this.connection = connection;
        this.source = source;
    }

    /**
     * What goes, or would go.
     *
     * @param bytes of statistics and pages, packed
     */
    public record Removed(SortedSet<LocalDate> days, int landings, long blobs, long pages, long bytes) {}

    public static List<String> listSources(Connection connection) throws SQLException {
        var sources = new ArrayList<String>();
        try (var query = connection.prepareStatement(SOURCES)) {
            for (var row = query.executeQuery(); row.next(); ) {
                sources.add(row.getString(1));
            }
        }
        return sources;
    }

    /** Days of which {@code raw} still has what was landed. */
    public SortedSet<LocalDate> listLanded() throws SQLException {
        return days(LANDED);
    }

    /** Days with a release. */
    public SortedSet<LocalDate> listPublished() throws SQLException {
        return days(PUBLISHED);
    }

    /** Days of which a landing is still to be loaded. */
    public SortedSet<LocalDate> listNotLoaded() throws SQLException {
        return days(NOT_LOADED);
    }

    /** What {@link #remove} would remove; changes nothing. */
    public Removed plan(Collection<LocalDate> kept) throws SQLException {
        var days = new TreeSet<LocalDate>();
        return measure(listNotNeeded(kept, days), days);
    }

    /** From here to the end of the transaction nobody lands, and nobody loads the source: what is read now stays so. */
    public void lock() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(WAIT_BRIEFLY);
            LandedTelemetryLock.exclude(connection, source);
            statement.execute(LOCK);
        }
    }

    /** Removes what no kept day rests on. Needs the {@link #lock}, and the kept days as they are under it. */
    public Removed remove(Collection<LocalDate> kept) throws SQLException {
        var days = new TreeSet<LocalDate>();
        var ids = listNotNeeded(kept, days);
        var removed = measure(ids, days);
        var pages = listPages(ids);
        for (var part : PARTS) {
            update("DELETE FROM " + part + " WHERE telemetry_day_id = ANY (?)", ids);
        }
        update(MARK, ids);
        try (var delete = connection.prepareStatement(DELETE_PAGES)) {
            delete.setArray(1, pages);
            delete.executeUpdate();
        }
        return removed;
    }

    private Array listPages(Long[] ids) throws SQLException {
        try (var query = connection.prepareStatement(LISTED)) {
            query.setArray(1, connection.createArrayOf("bigint", ids));
            var row = query.executeQuery();
            row.next();
            return row.getArray(1);
        }
    }

    private Long[] listNotNeeded(Collection<LocalDate> kept, SortedSet<LocalDate> days) throws SQLException {
        var ids = new ArrayList<Long>();
        try (var query = connection.prepareStatement(NOT_NEEDED)) {
            query.setString(1, source);
            query.setArray(2, connection.createArrayOf("date", kept.toArray()));
            for (var row = query.executeQuery(); row.next(); ) {
                ids.add(row.getLong(1));
                days.add(row.getObject(2, LocalDate.class));
            }
        }
        return ids.toArray(Long[]::new);
    }

    private Removed measure(Long[] ids, SortedSet<LocalDate> days) throws SQLException {
        if (ids.length == 0) {
            return new Removed(days, 0, 0, 0, 0); // nothing to look for among all pages
        }
        try (var blobs = connection.prepareStatement(BLOBS);
                var pages = connection.prepareStatement(PAGES)) {
            var landings = connection.createArrayOf("bigint", ids);
            blobs.setArray(1, landings);
            pages.setArray(1, landings);
            pages.setArray(2, landings);
            var statistics = blobs.executeQuery();
            statistics.next();
            var answers = pages.executeQuery();
            answers.next();
            return new Removed(
                    days,
                    ids.length,
                    statistics.getLong(1),
                    answers.getLong(1),
                    statistics.getLong(2) + answers.getLong(2));
        }
    }

    private SortedSet<LocalDate> days(String sql) throws SQLException {
        var days = new TreeSet<LocalDate>();
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, source);
            for (var row = query.executeQuery(); row.next(); ) {
                days.add(row.getObject(1, LocalDate.class));
            }
        }
        return days;
    }

    private void update(String sql, Long[] ids) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids));
            statement.executeUpdate();
        }
    }
}
