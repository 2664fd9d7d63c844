package dev.catavento.loadpostgis.telemetry;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The turbines' days of landed statistics, read by a thread of its own while the ones before are merged: unpacking takes
 * as long as the store does. Ahead of the merge by some hundred turbines at most, and with two blobs at most beside the
 * task: however many turbines a source has, they take no more room.
 */
final class TurbineDays implements AutoCloseable {
    private static final int TURBINES_AT_ONCE = 32;
    private static final int PARTS_AHEAD = 8;

    private final StatisticsFile file;
    private final BlockingQueue<Part> parts = new ArrayBlockingQueue<>(PARTS_AHEAD);
    private final ExecutorService reading = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("statistics").factory());
    private List<TurbineDay> next = new ArrayList<>();
    private int unread;

    TurbineDays(StatisticsColumns columns) {
        this.file = new StatisticsFile(columns);
    }

    /** @param failure of the reading, null where there was none; nothing comes after it */
    private record Part(List<TurbineDay> turbines, Throwable failure) {
        static final Part END_OF_BLOB = new Part(List.of(), null);
    }

    /** What reads a blob, and fails as that does. */
    @FunctionalInterface
    private interface Step {
        void run() throws SQLException, InterruptedException;
    }

    /**
     * Takes a blob over; its turbines come after those of the blobs before. Hands over turbines until one blob at most is
     * unread, in the caller's thread.
     */
    void add(int ordinal, byte[] parquet, int rows, StatisticsFile.Sink sink)
            throws SQLException, InterruptedException {
        file.put(ordinal, parquet);
        unread++;
        read(() -> {
            file.read(ordinal, rows, this::take);
            pass();
            parts.put(Part.END_OF_BLOB);
        });
        hand(1, sink);
    }

    /** Hands over what is left of the blobs added. */
    void finish(StatisticsFile.Sink sink) throws SQLException, InterruptedException {
        hand(0, sink);
    }

    private void hand(int leftUnread, StatisticsFile.Sink sink) throws SQLException, InterruptedException {
        while (unread > leftUnread) {
            var part = parts.take();
            if (part == Part.END_OF_BLOB) {
                unread--;
            }
            switch (part.failure()) {
                case null -> {}
                case SQLException e -> throw e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(part.failure());
            }
            for (var turbine : part.turbines()) {
                sink.take(turbine);
            }
        }
    }

    private void read(Step step) {
        reading.execute(() -> {
            try {
                step.run();
            } catch (InterruptedException e) {
                // whoever merges has given up
            } catch (Throwable e) {
                fail(e);
            }
        });
    }

    private void take(TurbineDay turbine) throws InterruptedException {
        next.add(turbine);
        if (next.size() == TURBINES_AT_ONCE) {
            pass();
        }
    }

    private void pass() throws InterruptedException {
        parts.put(new Part(next, null));
        next = new ArrayList<>(TURBINES_AT_ONCE);
    }

    private void fail(Throwable failure) {
        try {
            parts.put(new Part(List.of(), failure));
        } catch (InterruptedException e) {
            // whoever merges has given up
        }
    }

    @Override
    public void close() throws SQLException {
        reading.shutdownNow();
        try {
            while (!reading.awaitTermination(1, TimeUnit.SECONDS)) {
                parts.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }
}
