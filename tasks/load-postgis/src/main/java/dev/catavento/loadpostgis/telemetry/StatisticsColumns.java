package dev.catavento.loadpostgis.telemetry;

import dev.catavento.domain.telemetry.SignalDay;
import dev.catavento.store.telemetry.TelemetryDay;
import dev.catavento.store.telemetry.TelemetrySignal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which columns the landed statistics have, and how a row of them fills windows. */
final class StatisticsColumns {
    static final String TURBINE = "turbine";
    static final String WINDOW = "w";
    private static final List<String> INTEGERS = List.of("n", "first", "last");
    private static final List<String> LINEAR = List.of("n", "first", "last", "mean", "m2", "min", "max");
    private static final List<String> CIRCULAR = List.of("n", "first", "last", "mean", "sin", "cos");

    private final TelemetryDay day;
    private final List<TelemetrySignal> signals;

    StatisticsColumns(TelemetryDay day, List<TelemetrySignal> signals) {
        this.day = day;
        this.signals = signals;
    }

    /** The list of a SELECT. Small integers come as integers: DuckDB hands those over without a box around each. */
    String selected() {
        return Stream.concat(
                        Stream.of(TURBINE, WINDOW + "::INTEGER"),
                        signals.stream().flatMap(signal -> of(signal).stream().map(c -> selected(signal, c))))
                .collect(Collectors.joining(", "));
    }

    private static String selected(TelemetrySignal signal, String column) {
        var name = '"' + signal.name().replace("\"", "\"\"") + "__" + column + '"';
        return INTEGERS.contains(column) ? name + "::INTEGER" : name;
    }

    List<SignalDay> blank() {
        return signals.stream()
                .map(signal -> new SignalDay(signal.circular(), day.nExpected(), day.given()))
                .toList();
    }

    /** Takes the current row's values into window {@code w}. */
    void take(ResultSet row, int w, List<SignalDay> into) throws SQLException {
        int column = 3;
        for (var signal : into) {
            int n = row.getInt(column);
            if (n > 0) {
                signal.n[w] = (short) n;
                signal.first[w] = (short) row.getInt(column + 1);
                signal.last[w] = (short) row.getInt(column + 2);
                signal.mean[w] = number(row, column + 3);
                if (signal.circular) {
                    signal.sumSin[w] = number(row, column + 4);
                    signal.sumCos[w] = number(row, column + 5);
                } else {
                    signal.m2[w] = number(row, column + 4);
                    signal.min[w] = number(row, column + 5);
                    signal.max[w] = number(row, column + 6);
                }
            }
            column += signal.circular ? CIRCULAR.size() : LINEAR.size();
        }
    }

    private static List<String> of(TelemetrySignal signal) {
        return signal.circular() ? CIRCULAR : LINEAR;
    }

    /** NaN for null; a negative zero is a zero. */
    private static double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value + 0.0;
    }
}
