package dev.catavento.store.watch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is judged: the ledger's runs, the days a dataset should have, since when it is in service. Each source of telemetry
 * is a dataset of its own here, and for runs each of its shards: {@code telemetry north 2/4}.
 */
public final class WatchReader {
    private static final String RUNS = """
            SELECT task,
                   CASE WHEN dataset = 'telemetry'
                        THEN concat_ws(' ', dataset, outputs ->> 'source', nullif(outputs ->> 'shard', '1/1'))
                        ELSE dataset END,
                   day, run_id, outcome, exit_code, started_at, duration_ms, rows_read,
                   rows_written + rows_unchanged, error_kind, error_message, error_hint, log_url
              FROM ops.task_run
             WHERE started_at > ? AND task <> ?
             ORDER BY started_at, task_run_id
            """;
    // the fleet is one state after another, published in order; of other datasets each day stands by itself
    private static final String DAYS = """
            SELECT concat_ws(' ', c.dataset, c.source), c.day, c.state IN ('captured', 'confirmed') AND c.published IS NOT NULL,
                   CASE WHEN c.dataset = 'wind_fleet' AND c.captured_at IS NOT NULL AND c.state <> 'provisional'
                             AND c.published IS NULL
                        THEN (SELECT max(n.day) FROM out.completeness n
                               WHERE n.dataset = c.dataset AND n.day > c.day AND n.published IS NOT NULL) END,
                   c.reason,
                   EXISTS (SELECT FROM ops.task_run r WHERE r.dataset = c.dataset AND r.day = c.day
                             AND (c.source IS NULL OR r.outputs ->> 'source' = c.source))
              FROM out.completeness c
             WHERE c.day >= ?
             ORDER BY c.dataset, c.source, c.day
            """;
    private static final String IN_SERVICE = """
            SELECT concat_ws(' ', dataset, CASE WHEN dataset = 'telemetry' THEN outputs ->> 'source' END), min(started_at)
              FROM ops.task_run
             WHERE outcome = 'completed' AND dataset IS NOT NULL GROUP BY 1
            """;

    private final Connection connection;

    public WatchReader(Connection connection) {
        this.connection = connection;
    }

    /** Runs that began after the moment, the oldest first; those of the watching task itself are left out. */
    public List<PastRun> listRuns(Instant after, String watching) throws SQLException {
        try (var query = connection.prepareStatement(RUNS)) {
            query.setObject(1, after.atOffset(ZoneOffset.UTC));
            query.setString(2, watching);
            var runs = new ArrayList<PastRun>();
            var row = query.executeQuery();
            while (row.next()) {
                runs.add(run(row));
            }
            return runs;
        }
    }

    /** Days from this one on that each dataset should have, in order. */
    public List<ExpectedDay> listDays(LocalDate from) throws SQLException {
        try (var query = connection.prepareStatement(DAYS)) {
            query.setObject(1, from);
            var days = new ArrayList<ExpectedDay>();
            var row = query.executeQuery();
            while (row.next()) {
                days.add(new ExpectedDay(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getBoolean(3),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getBoolean(6)));
            }
            return days;
        }
    }

    /** When each dataset's first run completed: before that nobody expected a day of it. */
    public Map<String, Instant> inServiceSince() throws SQLException {
        try (var query = connection.prepareStatement(IN_SERVICE)) {
            var since = new TreeMap<String, Instant>();
            var row = query.executeQuery();
            while (row.next()) {
                since.put(row.getString(1), instant(row, 2));
            }
            return since;
        }
    }

    /** Whether the store holds a generated fleet; empty before the first landing. */
    public Optional<Boolean> findDemo() throws SQLException {
        try (var query = connection.prepareStatement("SELECT is_demo FROM out.store")) {
            var row = query.executeQuery();
            return row.next() ? Optional.of(row.getBoolean(1)) : Optional.empty();
        }
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static PastRun run(ResultSet row) throws SQLException {
        return new PastRun(
                row.getString(1),
                row.getString(2),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                instant(row, 7),
                Duration.ofMillis(row.getLong(8)),
                row.getLong(9),
                row.getLong(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14));
    }
}
