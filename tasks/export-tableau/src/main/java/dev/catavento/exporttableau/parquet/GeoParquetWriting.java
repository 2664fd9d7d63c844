package dev.catavento.exporttableau.parquet;

import dev.catavento.store.export.PublishedFleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The GeoParquet file in the making, beside the other files: on a thread and a connection of its own. */
public final class GeoParquetWriting implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final PublishedFleet fleet;
    private final FutureTask<Void> work;
    private final Thread thread;

    private GeoParquetWriting(PublishedFleet fleet, FutureTask<Void> work) {
        this.fleet = fleet;
        this.work = work;
        this.thread = Thread.ofPlatform().name("geoparquet").daemon().start(work);
    }

    /**
     * Begins at once.
     *
     * @param scratch a folder whose content does not matter
     */
    public static GeoParquetWriting start(PublishedFleet fleet, Path scratch, Path parquet) {
        var beside = fleet.beside();
        var work = new FutureTask<Void>(() -> {
            var csv = scratch.resolve("wind_turbine.csv");
            try (var out = Files.newOutputStream(csv)) {
                beside.copyTurbines(out);
            }
            new GeoParquetFile(scratch).write(csv, parquet);
            return null;
        });
        return new GeoParquetWriting(beside, work);
    }

    /** Waits until the file is whole. */
    public void finish() throws IOException {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while writing GeoParquet", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failure -> throw failure;
                case RuntimeException failure -> throw failure;
                default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Waits for the thread, so that nobody writes into a folder that is being deleted. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(LONGEST_WAIT);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        fleet.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
