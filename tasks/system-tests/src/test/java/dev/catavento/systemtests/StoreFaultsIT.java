package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.SimulatorProcess;
import dev.catavento.testsupport.SmallDisk;
import dev.catavento.testsupport.TaskProcess.Ended;
import dev.catavento.testsupport.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of the store, the machine and the caller, for each of the three tasks; what was published stays as it was. */
class StoreFaultsIT {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final LocalDate NEXT = DAY.plusDays(1);

    @TempDir
    private static Path folder;

    private static SimulatorProcess source;
    private static TestStore store;
    private static Chain chain;
    private static Map<String, String> published;

    @BeforeAll
    static void aPublishedDayAndTheNextOneLanded() {
        source = SimulatorProcess.start(Map.of());
        store = PostgisServer.shared().newStore();
        chain = new Chain(store, source.archiveUrl(), folder.resolve("exports"));
        assertThat(chain.run(DAY).codes()).isEqualTo("0 0 0");
        published = chain.published();
    }

    @AfterEach
    void nothingWasTouched() {
        assertThat(chain.published()).isEqualTo(published);
    }

    @AfterAll
    static void theNextRunIsWell() {
        assertThat(chain.run(NEXT).codes()).isEqualTo("0 0 0");
        source.close();
    }

    @ParameterizedTest
    @CsvSource({"extract-sigel, extract", "load-postgis, load", "export-tableau, export"})
    void aStoreThatIsDownOrReadOnlyIsRetried(String task, String role) {
        assertFails(chain.with("CATAVENTO_DB_URL", "jdbc:postgresql://127.0.0.1:1/x"), task, 75, "is not available");
        var here = "ALTER ROLE test_" + role + " IN DATABASE catavento_" + store.name();
        store.execute(here + " SET default_transaction_read_only = on");
        try {
            assertFails(chain, task, 75, "read-only");
        } finally {
            store.execute(here + " RESET default_transaction_read_only");
        }
    }

    @ParameterizedTest
    @CsvSource({"extract-sigel, EXTRACT", "load-postgis, LOAD", "export-tableau, EXPORT"})
    void aWrongPasswordOrSettingIsForThePerson(String task, String suffix) {
        assertFails(chain.with("CATAVENTO_DB_PASSWORD_" + suffix, "wrong"), task, 1, "refuses login test_");
        assertFails(chain.with("CATAVENTO_DB_URL", "postgresql://x"), task, 1, "is not a database URL");
        assertFails(chain.with("CATAVENTO_EXPORT_DIRR", "x"), task, 1, "unknown environment variable");
        assertThat(chain.run(task, NEXT, "--forse").exitCode()).isEqualTo(2);
        assertThat(chain.run(task, LocalDate.of(2999, 1, 1)).exitCode()).isEqualTo(2);
        assertThat(chain.tasks().run(task, "--day", "31/12/2025").exitCode()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"extract-sigel, extract", "load-postgis, load", "export-tableau, export"})
    void aSecondRunWaitsForItsTurn(String task, String lock) throws SQLException {
        try (var other = store.superuser();
                var statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('catavento " + lock + " wind_fleet', 0))");
            assertFails(chain, task, 75, "another run holds the lock '" + lock + " wind_fleet'");
        }
    }

    @Test
    void anotherSourceThanTheStoresIsRefusedNamingBoth() {
        try (var other = SimulatorProcess.start(Map.of("CATAVENTO_SIMULATOR_SEED", "7"))) {
            var ended = chain.with("CATAVENTO_SIGEL_URL", other.archiveUrl()).run("extract-sigel", NEXT);
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.report().at("/error/message").asText()).contains("seed 2026", "seed 7");
        }
    }

    @Test
    void aMalformedUrlOfTheSourceIsForThePerson() {
        assertFails(chain.with("CATAVENTO_SIGEL_URL", "sigel.example/0"), "extract-sigel", 1, "is not a URL");
    }

    @Test
    void sigtermWhilePagesLandEndsWith75WithinFiveSeconds() throws Exception {
        source.fault("latency", "\"ms\":500");
        try {
            assertStops("extract-sigel", "layer has", null);
        } finally {
            source.clearFaults();
        }
        store.execute("DELETE FROM raw.landed_page");
    }

    @ParameterizedTest
    @CsvSource({"load-postgis, run, core.wind_turbine", "export-tableau, run, core.wind_turbine"})
    void sigtermWhileTheStoreIsBusyEndsWith75WithinFiveSeconds(String task, String said, String locked)
            throws Exception {
        assertStops(task, said, locked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reading snapshot", "copying", "merging"})
    void aStoreThatGoesAwayInTheMiddleOfALoadIsRetried(String at) throws Exception {
        var running = chain.tasks().start("load-postgis", Chain.arguments("load-postgis", DAY, "--force"));
        while (running.process().isAlive()
                && !Files.readString(running.stderr()).contains(at)) {
            Thread.sleep(1);
        }
        store.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE usename = 'test_load' AND datname = current_database()");
        var ended = chain.tasks().await(running);
        assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(75);
    }

    @Test
    void aFullDiskLeavesNothingHalf() throws Exception {
        var disk = SmallDisk.of(3 * 1024, folder);
        assumeTrue(disk.isPresent(), "a small disk is needed: root may mount a tmpfs, or fill a container's /dev");
        try (var small = disk.get()) {
            var full = chain.with("CATAVENTO_EXPORT_DIR", small.folder().toString());
            assertFails(full, "export-tableau", DAY, 75, "no space left");
            try (var left = Files.walk(small.folder())) {
                assertThat(left.filter(Files::isRegularFile)).isEmpty();
            }
        }
    }

    @Test
    void anExportFolderThatIsAFileIsForThePerson() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "x");
        assertFails(chain.with("CATAVENTO_EXPORT_DIR", file.toString()), "export-tableau", DAY, 1, "file");
    }

    private static void assertStops(String task, String once, String locked) throws Exception {
        try (var other = store.superuser();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            if (locked != null) {
                statement.execute("LOCK TABLE " + locked + " IN ACCESS EXCLUSIVE MODE");
            }
            var running = chain.tasks().start(task, Chain.arguments(task, locked == null ? NEXT : DAY, "--force"));
            while (running.process().isAlive()
                    && !Files.readString(running.stderr()).contains(once)) {
                Thread.sleep(10);
            }
            Thread.sleep(800);
            long told = System.nanoTime();
            running.process().destroy();
            assertThat(running.process().waitFor(5, TimeUnit.SECONDS))
                    .as("stopped within 5 s")
                    .isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(Duration.ofSeconds(5));
            var ended = chain.tasks().await(running);
            assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(75);
            assertThat(ended.report().at("/error/kind").asText()).isEqualTo("stopped");
            other.rollback();
        }
    }

    private static void assertFails(Chain with, String task, int code, String said) {
        assertFails(with, task, task.equals("extract-sigel") ? NEXT : DAY, code, said);
    }

    private static void assertFails(Chain with, String task, LocalDate day, int code, String said) {
        Ended ended = task.equals("extract-sigel") ? with.run(task, day) : with.run(task, day, "--force");
        assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(code);
        assertThat(ended.report().at("/error/message").asText()).contains(said);
        assertThat(ended.report().at("/error/hint").asText()).isNotBlank();
        assertThat(ended.stderr().lines().filter(line -> line.contains("\"level\":\"ERROR\"")))
                .hasSize(1);
    }
}
