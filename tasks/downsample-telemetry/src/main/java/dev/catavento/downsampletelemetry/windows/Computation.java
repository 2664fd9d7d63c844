package dev.catavento.downsampletelemetry.windows;

import dev.catavento.domain.telemetry.Direction;
import dev.catavento.domain.telemetry.SignalSpec;
import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.downsampletelemetry.engine.SqlTemplate;
import dev.catavento.source.telemetry.Statistic;
import dev.catavento.task.Progress;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A day's statistics from the engine's {@code samples (turbine, at_us, x0, x1, …)}: sums over all samples first, then the
 * windows in which a rule may have something to say again, sample by sample. Range by range of turbines, so that memory
 * does not grow with the fleet.
 */
public final class Computation {
    /** So many turbines' windows fit into the engine's memory. */
    private static final int TURBINES_AT_ONCE = 4800;
    /** So many turbines' statistics of three signals stay below 16 MB in the worst case. */
    private static final int SIGNALS_A_BLOB = 3600;

    private final Engine engine;
    private final TelemetryDay day;
    private final long cadenceSeconds;
    private final List<SignalSpec> specs;
    private final List<SqlTemplate.Each> signals;
    private final boolean passing;
    private final Found found = new Found();

    /** Statistics from samples. */
    public Computation(Engine engine, TelemetryDay day, long cadenceSeconds, List<SignalSpec> specs) {
        this(engine, day, cadenceSeconds, specs, List.of());
    }

    /** @param given for a source's own statistics, by signal: which it gives; empty for samples */
    public Computation(
            Engine engine, TelemetryDay day, long cadenceSeconds, List<SignalSpec> specs, List<Set<Statistic>> given) {
        this.engine = engine;
        this.day = day;
        this.cadenceSeconds = cadenceSeconds;
        this.specs = specs;
        this.passing = !given.isEmpty();
        this.signals = Signals.of(specs, given);
        makeCircle();
    }

    public Found found() {
        return found;
    }

    /**
     * @param turbines by name, in order: only these are computed
     * @param blobs takes each file as soon as it is whole
     */
    public void run(List<Turbine> turbines, Path scratch, Consumer<Blob> blobs) {
        var progress = new Progress("windows", "turbines", turbines.size());
        var files = new BlobFiles(engine, scratch, Math.max(1, SIGNALS_A_BLOB / specs.size()));
        for (int from = 0; from < turbines.size(); from += TURBINES_AT_ONCE) {
            var range = turbines.subList(from, Math.min(turbines.size(), from + TURBINES_AT_ONCE));
            compute(range);
            files.write(range, blobs);
            progress.add(range.size());
        }
    }

    private void compute(List<Turbine> range) {
        putTurbines(range);
        var values = values(range);
        if (passing) {
            engine.execute(sql("pass.sql", values));
            new PassedOddities(engine, specs, found).read();
            engine.execute(sql("passed.sql", values));
            count();
            return;
        }
        engine.execute(sql("aggregate.sql", values));
        engine.execute(sql("dirty.sql", values));
        engine.execute(sql("cleaned.sql", values));
        new Cleaning(engine, day, cadenceSeconds, specs, found).run(sql("samples.sql", values), range);
        engine.execute(sql("statistics.sql", values));
        count();
    }

    private void count() {
        engine.query(
                sql("counts.sql", Map.of()),
                row -> found.add(row.getLong(4), row.getLong(3), row.getLong(1), row.getLong(2)));
    }

    private void putTurbines(List<Turbine> range) {
        engine.execute(sql("turbines.sql", Map.of()));
        try (var rows = engine.append("turbines")) {
            for (var turbine : range) {
                rows.beginRow().append(turbine.name());
                if (turbine.ratedPowerKw() > 0) {
                    rows.append(turbine.ratedPowerKw());
                } else {
                    rows.appendNull();
                }
                rows.endRow();
            }
        } catch (SQLException e) {
            throw Engine.failure(e);
        }
    }

    /** The vectors of directions on a grid of 0.01°: the engine's own sine may differ in the last bit. */
    private void makeCircle() {
        if (specs.stream().noneMatch(SignalSpec::circular)) {
            return;
        }
        engine.execute(sql("circle.sql", Map.of()));
        try (var rows = engine.append("circle")) {
            for (int q = 0; q <= 36_000; q++) {
                rows.beginRow()
                        .append((double) q)
                        .append(Direction.sinSteps(q / 100.0))
                        .append(Direction.cosSteps(q / 100.0))
                        .endRow();
            }
        } catch (SQLException e) {
            throw Engine.failure(e);
        }
    }

    private Map<String, String> values(List<Turbine> range) {
        var values = new HashMap<String, String>();
        values.put("day_start", String.valueOf(day.startMicros()));
        values.put("day_end", String.valueOf(day.startMicros() + 86_400_000_000L));
        values.put("cadence_us", String.valueOf(cadenceSeconds * 1_000_000));
        values.put("slot_seconds", String.valueOf(Math.max(cadenceSeconds, 10)));
        values.put("first", SqlTemplate.literal(range.getFirst().name()));
        values.put("last", SqlTemplate.literal(range.getLast().name()));
        return values;
    }

    private String sql(String name, Map<String, String> values) {
        return SqlTemplate.of(Computation.class, name).fill(values, signals);
    }
}
