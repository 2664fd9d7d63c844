package dev.catavento.simulator.telemetry.file;

import dev.catavento.simulator.telemetry.sample.Reading;
import dev.catavento.simulator.telemetry.sample.Turbine;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Reads the days of a few turbines ahead, on all processors, and gives them in order. */
final class AheadReader implements AutoCloseable {

    private static final int AHEAD = 12;

    /** A turbine with its day. */
    record TurbineDay(Turbine turbine, List<Reading> readings) {}

    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    private final Queue<Future<TurbineDay>> coming = new ArrayDeque<>();
    private final Iterator<Turbine> turbines;
    private final Function<Turbine, Callable<TurbineDay>> work;

    AheadReader(List<Turbine> turbines, Function<Turbine, Callable<TurbineDay>> work) {
        this.turbines = turbines.iterator();
        this.work = work;
    }

    /** The next turbine's day, null after the last. */
    TurbineDay next() throws IOException {
        while (coming.size() < AHEAD && turbines.hasNext()) {
            coming.add(threads.submit(work.apply(turbines.next())));
        }
        try {
            Future<TurbineDay> day = coming.poll();
            return day == null ? null : day.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
