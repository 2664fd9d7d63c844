package dev.catavento.loadpostgis.windfleet;

import dev.catavento.domain.SourcedTurbine;
import dev.catavento.store.fleet.Capture;
import dev.catavento.store.fleet.SnapshotReader;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Parses and maps the pages of a snapshot on both cores while the store hands them over. */
final class SnapshotMapping implements AutoCloseable {
    private static final int THREADS = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final ThreadLocal<SigelPageParser> parser = ThreadLocal.withInitial(SigelPageParser::new);
    private final List<Future<SnapshotContent>> pages = new ArrayList<>();
    private final SigelTurbineMapper mapper;

    SnapshotMapping(Capture capture) {
        this.mapper = new SigelTurbineMapper(capture.capturedAt());
    }

    /** Reads all pages; returns when the last has been handed over, not when it has been mapped. */
    void start(SnapshotReader reader, long snapshotId) throws SQLException {
        reader.eachPage(snapshotId, page -> {
            Callable<SnapshotContent> work = () -> map(page);
            pages.add(threads.submit(work));
        });
    }

    /** What all pages hold, once they are mapped. */
    SnapshotContent await() {
        var all = new SnapshotContent(new ArrayList<>(), new ArrayList<>());
        try {
            for (var page : pages) {
                all.turbines().addAll(page.get().turbines());
                all.unusable().addAll(page.get().unusable());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while mapping", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "a landed page cannot be read: " + e.getCause().getMessage(), e.getCause());
        }
    }

    private SnapshotContent map(InputStream page) throws IOException {
        var turbines = new ArrayList<SourcedTurbine>();
        var unusable = new ArrayList<MappedRow.Unusable>();
        parser.get().parse(page, row -> {
            switch (mapper.map(row)) {
                case MappedRow.Usable usable -> turbines.add(usable.turbine());
                case MappedRow.Unusable not -> unusable.add(not);
            }
        });
        return new SnapshotContent(turbines, unusable);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
