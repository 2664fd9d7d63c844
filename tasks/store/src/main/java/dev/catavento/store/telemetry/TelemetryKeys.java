package dev.catavento.store.telemetry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers that stand for sources, signals and turbines in {@code core}: given once and never again. */
public final class TelemetryKeys {
    private static final String ADD_SOURCE =
            "INSERT INTO core.telemetry_source (source) VALUES (?) ON CONFLICT DO NOTHING";
    private static final String SOURCE = "SELECT source_id FROM core.telemetry_source WHERE source = ?";
    private static final String OPEN_DAY = "SELECT core.open_telemetry_day(?)";
    private static final String OTHER_SIGNAL = """
            SELECT l.signal, k.unit, k.circular, l.unit, l.circular
              FROM raw.telemetry_signal l
              JOIN core.telemetry_signal k ON k.signal = l.signal AND k.source_id = ?
             WHERE l.telemetry_day_id = ? AND (k.unit, k.circular) <> (l.unit, l.circular)
             ORDER BY l.ordinal LIMIT 1
            """;
    private static final String ADD_SIGNALS = """
            INSERT INTO core.telemetry_signal AS k (source_id, signal, unit, tag, circular)
            SELECT ?, signal, unit, tag, circular FROM raw.telemetry_signal l
             WHERE telemetry_day_id = ?
               AND NOT EXISTS (SELECT FROM core.telemetry_signal k
                                WHERE k.source_id = ? AND k.signal = l.signal AND k.tag IS NOT DISTINCT FROM l.tag)
             ORDER BY ordinal
            ON CONFLICT (source_id, signal) DO UPDATE SET tag = excluded.tag
            """;
    private static final String SIGNALS = """
            SELECT k.signal_key FROM raw.telemetry_signal l
              JOIN core.telemetry_signal k ON k.signal = l.signal AND k.source_id = ?
             WHERE l.telemetry_day_id = ? ORDER BY l.ordinal
            """;
    private static final String ADD_TURBINES = """
            INSERT INTO core.telemetry_turbine (source_id, turbine, turbine_id, rated_power_kw)
            SELECT ?, turbine, turbine_id, rated_power_kw FROM raw.telemetry_turbine l
             WHERE telemetry_day_id = ?
               AND NOT EXISTS (SELECT FROM core.telemetry_turbine k WHERE k.source_id = ? AND k.turbine = l.turbine)
             ORDER BY turbine
            """;
    private static final String MAP_TURBINES = """
            UPDATE core.telemetry_turbine k SET turbine_id = l.turbine_id, rated_power_kw = l.rated_power_kw
              FROM raw.telemetry_turbine l
             WHERE l.telemetry_day_id = ? AND k.source_id = ? AND k.turbine = l.turbine
               AND (k.turbine_id, k.rated_power_kw) IS DISTINCT FROM (l.turbine_id, l.rated_power_kw)
            """;
    private static final String ADD_SERIES = """
            INSERT INTO core.telemetry_series (turbine_key, signal_key, statistic)
            SELECT t.turbine_key, g.signal_key, s.statistic
              FROM raw.telemetry_turbine l
              JOIN core.telemetry_turbine t ON t.source_id = ? AND t.turbine = l.turbine
              JOIN raw.telemetry_signal r ON r.telemetry_day_id = l.telemetry_day_id
              JOIN core.telemetry_signal g ON g.source_id = t.source_id AND g.signal = r.signal
             CROSS JOIN (VALUES (1, 'mean'), (2, 'min'), (3, 'max'), (4, 'std')) AS s (place, statistic)
             WHERE l.telemetry_day_id = ? AND (s.place = 1 OR NOT g.circular)
               AND NOT EXISTS (SELECT FROM core.telemetry_series e
                                WHERE e.turbine_key = t.turbine_key AND e.signal_key = g.signal_key
                                  AND e.statistic = s.statistic)
             ORDER BY t.turbine_key, g.signal_key, s.place
            """;
    private static final String TURBINES = """
            SELECT turbine, turbine_key FROM raw.telemetry_turbine l
              JOIN core.telemetry_turbine k USING (turbine)
             WHERE l.telemetry_day_id = ? AND k.source_id = ?
            """;

    private final Connection connection;

    public TelemetryKeys(Connection connection) {
        this.connection = connection;
    }

    /** A signal that stood for something else before: its published days would change their meaning. */
    public record OtherSignal(String signal, String before, String now) {}

    /**
     * Gives the source its number and makes room for the day. In a transaction of its own, so that the shards of a day
     * do not wait for each other.
     */
    public int openDay(String source, LocalDate day) throws SQLException {
        update(ADD_SOURCE, source);
        try (var open = connection.prepareStatement(OPEN_DAY);
                var query = connection.prepareStatement(SOURCE)) {
            open.setObject(1, day);
            open.execute();
            query.setString(1, source);
            var row = query.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    public Optional<OtherSignal> findOtherSignal(int sourceId, TelemetryDay day) throws SQLException {
        try (var query = connection.prepareStatement(OTHER_SIGNAL)) {
            query.setInt(1, sourceId);
            query.setLong(2, day.id());
            var row = query.executeQuery();
            return row.next()
                    ? Optional.of(new OtherSignal(
                            row.getString(1),
                            words(row.getString(2), row.getBoolean(3)),
                            words(row.getString(4), row.getBoolean(5))))
                    : Optional.empty();
        }
    }

    /** Numbers of the day's signals, in their order. */
    public List<Integer> signals(int sourceId, TelemetryDay day) throws SQLException {
        update(ADD_SIGNALS, sourceId, day.id(), sourceId);
        try (var query = connection.prepareStatement(SIGNALS)) {
            query.setInt(1, sourceId);
            query.setLong(2, day.id());
            var row = query.executeQuery();
            var keys = new ArrayList<Integer>();
            while (row.next()) {
                keys.add(row.getInt(1));
            }
            return keys;
        }
    }

    /** Numbers of the day's turbines by name; what they are mapped to is brought up to date. */
    public Map<String, Integer> turbines(int sourceId, TelemetryDay day) throws SQLException {
        update(ADD_TURBINES, sourceId, day.id(), sourceId);
        mapTurbines(sourceId, day);
        update(ADD_SERIES, sourceId, day.id());
        try (var query = connection.prepareStatement(TURBINES)) {
            query.setLong(1, day.id());
            query.setInt(2, sourceId);
            var row = query.executeQuery();
            var keys = new HashMap<String, Integer>();
            while (row.next()) {
                keys.put(row.getString(1), row.getInt(2));
            }
            return keys;
        }
    }

    /** Of turbines that all have their numbers: what they are mapped to is brought up to date. */
    public void mapTurbines(int sourceId, TelemetryDay day) throws SQLException {
        update(MAP_TURBINES, day.id(), sourceId);
    }

    private static String words(String unit, boolean circular) {
        return (unit.isEmpty() ? "no unit" : unit) + (circular ? " (circular)" : "");
    }

    private void update(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
