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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A day's statistics from the engine's {@code samples (turbine, at_us, x0, x1, …)}: sums over all samples first, then the
 * windows in which a rule may have something to say again, sample by sample. Range by range of turbines, so that memory
 * does not grow with the fleet, and two ranges at a time, so that the rules of one are applied while the engine sums up
 * the other.
 */
public final class Computation {
    /** So many turbines' windows fit into the engine's memory, twice. */
    private static final int TURBINES_AT_ONCE = 2400;
    /** So many turbines' statistics of three signals stay below 16 MB in the worst case. */
    private static final int SIGNALS_A_BLOB = 3600;

    private final Engine engine;
    private final Plan plan;

    /** Statistics from samples. */
    public Computation(Engine engine, TelemetryDay day, long cadenceSeconds, List<SignalSpec> specs) {
        this(engine, day, cadenceSeconds, specs, List.of());
    }

    /** @param given for a source's own statistics, by signal: which it gives; empty for samples */
    public Computation(
            Engine engine, TelemetryDay day, long cadenceSeconds, List<SignalSpec> specs, List<Set<Statistic>> given) {
        this.engine = engine;
        this.plan = new Plan(day, cadenceSeconds, specs, Signals.of(specs, given), !given.isEmpty(), new Found());
        makeCircle();
    }

    public Found found() {
        return plan.found();
    }

    /**
     * @param turbines by name, in order: only these are computed
     * @param blobs takes the files, in order
     */
    public void run(List<Turbine> turbines, Path scratch, Consumer<Blob> blobs) throws InterruptedException {
        run(turbines, TURBINES_AT_ONCE, scratch, blobs);
    }

    void run(List<Turbine> turbines, int atOnce, Path scratch, Consumer<Blob> blobs) throws InterruptedException {
        var progress = new Progress("windows", "turbines", turbines.size());
        var ranges = ranges(turbines, atOnce);
        if (ranges.size() < 2) {
            ranges.forEach(all -> compute(engine, 0, all, scratch).forEach(blobs));
            progress.add(turbines.size());
            return;
        }
        try (var one = engine.beside();
                var other = engine.beside();
                var threads = Executors.newFixedThreadPool(2)) {
            var computed = Stream.generate(CompletableFuture<List<Blob>>::new)
                    .limit(ranges.size())
                    .toList();
            threads.execute(() -> computeEachOther(one, 0, ranges, scratch, computed));
            threads.execute(() -> computeEachOther(other, 1, ranges, scratch, computed));
            for (int i = 0; i < ranges.size(); i++) {
                await(computed.get(i)).forEach(blobs);
                progress.add(ranges.get(i).size());
            }
        }
    }

    private static List<List<Turbine>> ranges(List<Turbine> turbines, int atOnce) {
        var ranges = new ArrayList<List<Turbine>>();
        for (int from = 0; from < turbines.size(); from += atOnce) {
            ranges.add(turbines.subList(from, Math.min(turbines.size(), from + atOnce)));
        }
        return ranges;
    }

    /** Every second range; once one has failed, all that follow have. */
    private void computeEachOther(
            Engine line,
            int first,
            List<List<Turbine>> ranges,
            Path scratch,
            List<CompletableFuture<List<Blob>>> computed) {
        for (int i = first; i < ranges.size() && !computed.get(i).isDone(); i += 2) {
            try {
                computed.get(i).complete(compute(line, i, ranges.get(i), scratch));
            } catch (Throwable e) {
                for (var left : computed) {
                    left.completeExceptionally(e);
                }
                return;
            }
        }
    }

    private List<Blob> compute(Engine line, int number, List<Turbine> range, Path scratch) {
        new RangeComputation(line, plan).run(range);
        int turbines = Math.max(1, SIGNALS_A_BLOB / plan.specs().size());
        return new BlobFiles(line, scratch, turbines, "statistics-" + number).write(range);
    }

    private static List<Blob> await(CompletableFuture<List<Blob>> range) throws InterruptedException {
        try {
            return range.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error error -> throw error;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** The vectors of directions on a grid of 0.01°: the engine's own sine may differ in the last bit. */
    private void makeCircle() {
        if (plan.specs().stream().noneMatch(SignalSpec::circular)) {
            return;
        }
        engine.execute(SqlTemplate.fill(Computation.class, "circle.sql", Map.of()));
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
}
