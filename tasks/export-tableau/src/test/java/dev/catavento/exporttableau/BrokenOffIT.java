package dev.catavento.exporttableau;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a run ends, the day is complete or absent, and the next run completes it to the same bytes. */
class BrokenOffIT {
    private static final String DAY = PublishedStore.DAY.toString();
    private static final String[] EXPORT = {"--dataset", "wind_fleet"};
    private static final String[] FORCED = {"--dataset", "wind_fleet", "--force"};

    @TempDir
    private Path parent;

    private TestStore store;
    private ExportFolder folder;
    private TaskProcess task;

    @BeforeEach
    void publish() {
        store = PublishedStore.of(5_000, false);
        folder = new ExportFolder(parent.resolve("exports"));
        task = task(folder);
    }

    @Test
    void killedAtAnyMomentTheNextRunCompletesToTheSameBytes() throws Exception {
        long started = System.nanoTime();
        assertThat(task.run("export-tableau", EXPORT).exitCode()).isZero();
        long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        var digests = folder.digests(DAY);
        for (int tenth = 2; tenth <= 10; tenth++) {
            var other = new ExportFolder(parent.resolve("killed" + tenth));
            var running = task(other).start("export-tableau", EXPORT);
            running.process().waitFor(whole * tenth / 10, TimeUnit.MILLISECONDS);
            running.process().destroyForcibly().waitFor();
            if (other.names().contains(DAY)) {
                assertThat(other.digests(DAY)).isEqualTo(digests);
            }
            assertThat(task(other).run("export-tableau", EXPORT).exitCode()).isIn(0, 99);
            assertThat(other.digests(DAY)).isEqualTo(digests);
            assertThat(other.names()).containsExactly(DAY, "latest");
        }
    }

    @Test
    void killedWhileReplacingADayTheNextRunCompletes() throws Exception {
        assertThat(task.run("export-tableau", EXPORT).exitCode()).isZero();
        store.execute("UPDATE core.wind_turbine SET owner_name = 'Outra' WHERE designation = 'AEG-05'");
        PublishedStore.publish(store, PublishedStore.DAY);
        for (int delay = 300; delay <= 1_500; delay += 300) {
            var running = task.start("export-tableau", FORCED);
            running.process().waitFor(delay, TimeUnit.MILLISECONDS);
            running.process().destroyForcibly().waitFor();
        }
        assertThat(task.run("export-tableau", FORCED).exitCode()).isZero();
        assertThat(folder.names()).containsExactly(DAY, "latest");
        assertThat(folder.day(DAY).resolve("aerogeradores.csv")).content().contains(",Outra,");
    }

    @Test
    void aSignalEndsItWithinFiveSecondsAndNothingHalfIsLeft() throws Exception {
        try (var connection = store.superuser();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE core.wind_turbine IN ACCESS EXCLUSIVE MODE");
            var running = task.start("export-tableau", EXPORT);
            awaitThatItWaits(store);
            long asked = System.nanoTime();
            running.process().destroy();
            var ended = task.await(running);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(5));
            assertThat(ended.exitCode()).isEqualTo(75);
            assertThat(ended.report().at("/error/kind").asText()).isEqualTo("stopped");
        }
        assertThat(folder.names()).isEmpty();
    }

    @Test
    void onlyOneRunExportsAtATime() throws SQLException {
        try (var connection = store.superuser();
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('catavento export wind_fleet', 0))");
            var ended = task.run("export-tableau", EXPORT);
            assertThat(ended.exitCode()).isEqualTo(75);
            assertThat(ended.report().at("/error/kind").asText()).isEqualTo("locked");
        }
    }

    private TaskProcess task(ExportFolder exports) {
        return new TaskProcess(store.environment())
                .with("CATAVENTO_EXPORT_DIR", exports.exports().toString());
    }

    private static void awaitThatItWaits(TestStore store) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            if (!store.value("SELECT count(*) FROM pg_locks WHERE NOT granted").equals("0")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the export never waited for the table");
    }
}
