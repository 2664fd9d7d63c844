package dev.catavento.store.telemetry;

import dev.catavento.domain.telemetry.DayFigures;
import dev.catavento.domain.telemetry.SignalDay;
import dev.catavento.domain.telemetry.WindowHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** The rows of one day in {@code core.telemetry}; all within the caller's transaction. */
public final class SeriesTable {
    private static final String KNOWN = """
            SELECT x.turbine_key, x.signal_key, x.digest, x.load_id, x.day_n, x.gone
              FROM core.telemetry x JOIN core.telemetry_turbine t USING (turbine_key)
             WHERE x.day = ? AND t.source_id = ?
            """;
    private static final String ARRAYS = "SELECT turbine_key, signal_key, " + SeriesArrays.COLUMNS + """
            , first_s, last_s, revision, revised_at, withdrawn
              FROM core.telemetry WHERE day = '%s' AND (turbine_key, signal_key) IN (%s)\
            """;
    private static final String REMOVE = """
            DELETE FROM core.telemetry WHERE day = ? AND (turbine_key, signal_key) IN
                (SELECT * FROM unnest(?::integer[], ?::integer[]))
            """;
    private static final String TAKE_OVER = """
            UPDATE core.telemetry SET load_id = ? WHERE day = ? AND load_id <> ? AND (turbine_key, signal_key) IN
                (SELECT * FROM unnest(?::integer[], ?::integer[]))
            """;
    private static final String COLUMNS = """
            core.telemetry (day, turbine_key, signal_key, load_id, digest, n_expected, given, gone,
                day_windows, day_windows_valid, day_n, day_mean, day_m2, day_min, day_max, day_sin, day_cos,
                first_at, last_at, n, mean, m2, min, max, sum_sin, sum_cos, first_s, last_s,
                revision, revised_at, withdrawn)\
            """;
    private static final int COLUMN_COUNT = 31;
    private static final int ROWS_AT_ONCE = 5000;
    private static final long SECOND = 1_000_000;
    /** The fixed UTC-03:00 day. */
    private static final long DAY_BEGINS = 3 * 3600 * SECOND;

    private final Connection connection;
    private final LocalDate day;

    public SeriesTable(Connection connection, LocalDate day) {
        this.connection = connection;
        this.day = day;
    }

    /** What a row was, to compare with what it shall be. */
    public record Before(SignalDay day, WindowHistory history) {}

    /** All that a source has on this day. */
    public Map<PublishedSeries.Key, PublishedSeries> listKnown(int sourceId) throws SQLException {
        try (var query = connection.prepareStatement(KNOWN)) {
            query.setFetchSize(ROWS_AT_ONCE);
            query.setObject(1, day);
            query.setInt(2, sourceId);
            var row = query.executeQuery();
            var known = new HashMap<PublishedSeries.Key, PublishedSeries>();
            while (row.next()) {
                var key = new PublishedSeries.Key(row.getInt(1), row.getInt(2));
                known.put(
                        key,
                        new PublishedSeries(
                                key, row.getObject(3, UUID.class), row.getInt(4), row.getInt(5), row.getBoolean(6)));
            }
            return known;
        }
    }

    /** The rows of these keys, whole. */
    public Map<PublishedSeries.Key, Before> read(Collection<PublishedSeries.Key> keys) throws SQLException {
        var before = new HashMap<PublishedSeries.Key, Before>();
        if (keys.isEmpty()) {
            return before;
        }
        var wanted = keys.stream()
                .map(key -> "(" + key.turbine() + "," + key.signal() + ")")
                .collect(Collectors.joining(",", "VALUES ", ""));
        try (var rows = new BinaryRows(connection, ARRAYS.formatted(day, wanted))) {
            while (rows.next()) {
                var key = new PublishedSeries.Key(rows.takeInt(), rows.takeInt());
                var signal = new SignalDay(false, 1, false);
                SeriesArrays.take(rows, signal);
                rows.take(signal.first);
                rows.take(signal.last);
                var history = new WindowHistory();
                rows.take(history.revision);
                rows.takeInstants(history.revisedAt);
                rows.take(history.withdrawn);
                before.put(key, new Before(signal, history));
            }
        }
        return before;
    }

    /** Writes rows that are new, or that take the place of others of the same key. */
    public void write(int loadId, Collection<SeriesRow> rows, Collection<PublishedSeries.Key> replaced)
            throws SQLException {
        if (!replaced.isEmpty()) {
            try (var remove = connection.prepareStatement(REMOVE)) {
                remove.setObject(1, day);
                remove.setArray(2, numbers(replaced, PublishedSeries.Key::turbine));
                remove.setArray(3, numbers(replaced, PublishedSeries.Key::signal));
                remove.executeUpdate();
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        try (var copy = new BinaryCopy(connection, COLUMNS)) {
            for (var row : rows) {
                add(copy, loadId, row);
            }
            copy.finish();
        }
    }

    /** Rows that stay as they are, but were loaded under another division into shards. */
    public void takeOver(int loadId, Collection<PublishedSeries.Key> keys) throws SQLException {
        try (var update = connection.prepareStatement(TAKE_OVER)) {
            update.setInt(1, loadId);
            update.setObject(2, day);
            update.setInt(3, loadId);
            update.setArray(4, numbers(keys, PublishedSeries.Key::turbine));
            update.setArray(5, numbers(keys, PublishedSeries.Key::signal));
            update.executeUpdate();
        }
    }

    private java.sql.Array numbers(Collection<PublishedSeries.Key> keys, ToIntFunction<PublishedSeries.Key> number)
            throws SQLException {
        return connection.createArrayOf(
                "integer", keys.stream().mapToInt(number).boxed().toArray());
    }

    private void add(BinaryCopy copy, int loadId, SeriesRow row) throws SQLException {
        var signal = row.day();
        var figures = DayFigures.of(signal);
        var history = row.history();
        copy.startRow(COLUMN_COUNT);
        copy.addDate(day.toEpochDay());
        copy.addInt(row.key().turbine());
        copy.addInt(row.key().signal());
        copy.addInt(loadId);
        copy.add(row.digest());
        copy.addShort(signal.nExpected);
        copy.add(signal.given);
        copy.add(figures.n() == 0 && history != null && history.anyWithdrawn());
        copy.addShort(figures.windows());
        copy.addShort(figures.windowsValid());
        copy.addInt(figures.n());
        copy.add(figures.mean());
        copy.add(figures.m2());
        copy.add(figures.min());
        copy.add(figures.max());
        copy.add(figures.sumSin());
        copy.add(figures.sumCos());
        second(copy, figures.firstSecond());
        second(copy, figures.lastSecond());
        copy.add(signal.n);
        for (var values : List.of(signal.mean, signal.m2, signal.min, signal.max, signal.sumSin, signal.sumCos)) {
            copy.add(values);
        }
        copy.add(signal.first, signal.n);
        copy.add(signal.last, signal.n);
        add(copy, history);
        copy.endRow();
    }

    private static void add(BinaryCopy copy, WindowHistory history) {
        if (history == null || history.blank()) {
            copy.addNull();
            copy.addNull();
            copy.addNull();
            return;
        }
        copy.add(history.revision);
        copy.addInstants(history.revisedAt, WindowHistory.NEVER);
        if (history.anyWithdrawn()) {
            copy.add(history.withdrawn);
        } else {
            copy.addNull();
        }
    }

    private void second(BinaryCopy copy, int second) {
        if (second < 0) {
            copy.addNull();
        } else {
            copy.addInstant(day.toEpochDay() * 86_400 * SECOND + DAY_BEGINS + second * SECOND);
        }
    }
}
