package dev.catavento.store.telemetry;

import dev.catavento.domain.telemetry.SignalDay;
import dev.catavento.domain.telemetry.WindowHistory;
import dev.catavento.store.export.RowSink;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads a source's published day, some turbines at a time, so that the fleet's needs little more memory. */
final class TurbineSeriesQuery {
    private static final String TURBINES = """
            SELECT t.turbine_key, t.turbine, t.turbine_id
              FROM core.telemetry_turbine t JOIN core.telemetry_source s USING (source_id)
             WHERE s.source = ?
               AND EXISTS (SELECT FROM core.telemetry x
                            WHERE x.day = ? AND x.turbine_key = t.turbine_key AND NOT x.gone)
             ORDER BY t.turbine
            """;
    private static final String SIGNALS = """
            SELECT g.signal, g.signal_key
              FROM core.telemetry_signal g JOIN core.telemetry_source s USING (source_id) WHERE s.source = ?
            """;
    private static final String ARRAYS =
            "SELECT turbine_key, signal_key, n_expected::integer, given::integer, " + SeriesArrays.COLUMNS + """
            , revision, withdrawn
              FROM core.telemetry WHERE day = '%s' AND NOT gone AND turbine_key IN (%s)\
            """;
    private static final int TURBINES_AT_ONCE = 50;

    private final Connection connection;
    private final String source;
    private final LocalDate day;
    private final List<TelemetrySignal> signals;

    TurbineSeriesQuery(Connection connection, String source, LocalDate day, List<TelemetrySignal> signals) {
        this.connection = connection;
        this.source = source;
        this.day = day;
        this.signals = signals;
    }

    private record Turbine(int key, String name, UUID id) {}

    void each(RowSink<TurbineSeries> sink) throws SQLException, IOException {
        var positions = positions();
        var turbines = turbines();
        for (int from = 0; from < turbines.size(); from += TURBINES_AT_ONCE) {
            var some = turbines.subList(from, Math.min(turbines.size(), from + TURBINES_AT_ONCE));
            var read = read(some, positions);
            for (var turbine : some) {
                sink.accept(read.get(turbine.key()));
            }
        }
    }

    private Map<Integer, TurbineSeries> read(List<Turbine> turbines, Map<Integer, Integer> positions)
            throws SQLException {
        var found = new HashMap<Integer, TurbineSeries>();
        for (var turbine : turbines) {
            found.put(
                    turbine.key(),
                    new TurbineSeries(
                            turbine.name(),
                            turbine.id(),
                            new SignalDay[signals.size()],
                            new WindowHistory[signals.size()]));
        }
        var keys = turbines.stream().map(turbine -> "" + turbine.key()).collect(Collectors.joining(","));
        try (var rows = new BinaryRows(connection, ARRAYS.formatted(day, keys))) {
            while (rows.next()) {
                var turbine = found.get(rows.takeInt());
                int signal = positions.get(rows.takeInt());
                var history = new WindowHistory();
                turbine.signals()[signal] = take(rows, signals.get(signal), history);
                turbine.histories()[signal] = history;
            }
        }
        return found;
    }

    private static SignalDay take(BinaryRows rows, TelemetrySignal signal, WindowHistory history) throws SQLException {
        var series = new SignalDay(signal.circular(), rows.takeInt(), rows.takeInt() == 1);
        SeriesArrays.take(rows, series);
        rows.take(history.revision);
        rows.take(history.withdrawn);
        return series;
    }

    private List<Turbine> turbines() throws SQLException {
        try (var query = connection.prepareStatement(TURBINES)) {
            query.setString(1, source);
            query.setObject(2, day);
            var row = query.executeQuery();
            var turbines = new ArrayList<Turbine>();
            while (row.next()) {
                turbines.add(new Turbine(row.getInt(1), row.getString(2), row.getObject(3, UUID.class)));
            }
            return turbines;
        }
    }

    /** Where a signal stands among those of the day, by its number. */
    private Map<Integer, Integer> positions() throws SQLException {
        var names = signals.stream().map(TelemetrySignal::name).toList();
        try (var query = connection.prepareStatement(SIGNALS)) {
            query.setString(1, source);
            var row = query.executeQuery();
            var positions = new HashMap<Integer, Integer>();
            while (row.next()) {
                positions.put(row.getInt(2), names.indexOf(row.getString(1)));
            }
            return positions;
        }
    }
}
