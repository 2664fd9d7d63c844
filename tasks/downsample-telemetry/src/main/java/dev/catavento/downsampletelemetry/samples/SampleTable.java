package dev.catavento.downsampletelemetry.samples;

import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.downsampletelemetry.engine.SqlTemplate;
import dev.catavento.source.telemetry.Statistic;
import dev.catavento.source.telemetry.TelemetrySource;
import dev.catavento.source.telemetry.UnitConversion;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;

/**
 * Makes the engine's {@code samples (turbine, at_us, x0, x1, …)} row by row: instants in microseconds since 1970, values in
 * stored units, null where there is none, infinity where there is no number. Rows of an attempt that failed can be taken
 * back. Safe for several threads.
 */
public final class SampleTable implements AutoCloseable {
    private final Engine engine;
    private final DuckDBAppender rows;
    /** The appender insists on a lock of its own when threads share it. */
    private final Lock lock;

    private final List<Conversion> conversions;
    private final Set<Integer> failed = new TreeSet<>();
    private int attempts;

    /** The value or deviation of a column. */
    private record Conversion(UnitConversion unit, Statistic statistic) {
        double of(double value) {
            return switch (statistic) {
                case MEAN, MIN, MAX -> unit.value(value);
                case STD -> unit.deviation(value);
                case COUNT -> value;
            };
        }
    }

    public SampleTable(Engine engine, TelemetrySource source) {
        this.engine = engine;
        conversions = conversions(source);
        var columns = IntStream.range(0, conversions.size())
                .mapToObj(i -> new SqlTemplate.Each(Map.of("i", String.valueOf(i)), word -> true))
                .toList();
        engine.execute(SqlTemplate.of(SampleTable.class, "sample-row.sql").fill(Map.of(), columns));
        rows = engine.append("sample_row");
        lock = rows.unsafeBreakThreadConfinement();
    }

    /** A number for the rows of one attempt. */
    public synchronized int begin() {
        return ++attempts;
    }

    /** Takes back what an attempt has added. */
    public synchronized void takeBack(int attempt) {
        failed.add(attempt);
    }

    /** @param values in the source's units and order of columns */
    public void add(int attempt, String turbine, long atMicros, double[] values) {
        lock.lock();
        try {
            rows.beginRow().append(attempt).append(turbine).append(atMicros);
            for (int i = 0; i < values.length; i++) {
                if (Double.isNaN(values[i])) {
                    rows.appendNull();
                } else {
                    rows.append(conversions.get(i).of(values[i]) + 0.0); // minus zero is zero
                }
            }
            rows.endRow();
        } catch (SQLException e) {
            throw Engine.failure(e);
        } finally {
            lock.unlock();
        }
    }

    /** Ends the filling: the rows can be read from now on. */
    @Override
    public void close() {
        try {
            rows.close();
        } catch (SQLException e) {
            throw Engine.failure(e);
        }
        // attempts are counted from 1
        var none = Stream.concat(Stream.of(0), failed.stream())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        engine.execute(SqlTemplate.fill(SampleTable.class, "samples-of-rows.sql", Map.of("failed", none)));
    }

    private static List<Conversion> conversions(TelemetrySource source) {
        var all = new ArrayList<Conversion>();
        for (var signal : source.signals()) {
            signal.columns().keySet().forEach(statistic -> all.add(new Conversion(signal.unit(), statistic)));
        }
        return all;
    }
}
