package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.Debugger;
import dev.catavento.testsupport.LandedFleet;
import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.SimulatorProcess;
import dev.catavento.testsupport.TaskProcess.Ended;
import dev.catavento.testsupport.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** maintain-store among the other tasks: what it removes is missed by none of them, and no end of it harms them. */
class MaintenanceIT {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 3);
    private static final LocalDate SECOND = FIRST.plusDays(8);
    private static final LocalDate THIRD = FIRST.plusDays(16);
    private static final LocalDate LATER = LocalDate.of(2026, 9, 1);
    /** Some lines, such as those of an early return, are not on the way. */
    private static final int MISSES_AT_ITS_END = 3;

    @TempDir
    private Path folder;

    @Test
    void theNewestPublishedDayIsExportedAgainToTheSameBytesAndTheNextDayFollows() throws Exception {
        try (var source = SimulatorProcess.start(Map.of())) {
            var chain = chain(PostgisServer.shared().newStore(), source);
            for (var day : List.of(FIRST, SECOND, THIRD)) {
                assertThat(chain.run(day).codes()).isEqualTo("0 0 0");
            }
            assertThat(chain.store().value("SELECT string_agg(state, ' ') FROM raw.capture"))
                    .isEqualTo("stored stored stored");
            var exported = chain.exported();
            maintained(chain);
            assertThat(chain.store()
                            .value("SELECT string_agg(day::text, ' ' ORDER BY day) FROM raw.capture"
                                    + " WHERE snapshot_id IS NULL"))
                    .isEqualTo(SECOND.toString());
            assertThat(days(chain)).containsExactly("latest", THIRD.toString());
            assertThat(chain.store().value("SELECT count(*) FROM out.release")).isEqualTo("3");

            delete(chain.exports().resolve("wind_fleet").resolve(THIRD.toString()));
            assertThat(chain.run("export-tableau", THIRD, "--force").exitCode()).isZero();
            exported.keySet().removeIf(file -> file.contains("/" + FIRST + "/") || file.contains("/" + SECOND + "/"));
            assertThat(chain.exported()).isEqualTo(exported);

            assertThat(chain.run(SECOND).codes()).as("an archive still has it").isEqualTo("0 99 99");
            assertThat(chain.run(THIRD.plusDays(1)).codes()).isEqualTo("0 0 0");
        }
    }

    @Test
    void besideARunningExtractionItWaitsForItsTurn() throws Exception {
        try (var source = SimulatorProcess.start(Map.of())) {
            var chain = chain(PostgisServer.shared().newStore(), source);
            assertThat(chain.run(FIRST).codes()).isEqualTo("0 0 0");
            source.fault("latency", "\"ms\":500");
            var extraction = chain.tasks().start("extract-sigel", Chain.arguments("extract-sigel", SECOND));
            while (extraction.process().isAlive()
                    && !Files.readString(extraction.stderr()).contains("layer has")) {
                Thread.sleep(10);
            }
            var ended = chain.tasks().run("maintain-store", "--day", LATER.toString());
            assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(75);
            assertThat(ended.report().at("/error/message").asText()).contains("holds the lock 'extract wind_fleet'");
            source.clearFaults();
            assertThat(chain.tasks().await(extraction).exitCode()).isZero();
            maintained(chain);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dev.catavento.store.maintenance.RawRemoval, remove, 8",
        "dev.catavento.store.maintenance.RawRemoval, update, 2",
        "dev.catavento.maintainstore.exported.ExportedDays, remove, 4",
        "dev.catavento.maintainstore.exported.ExportedDays, delete, 2"
    })
    void killedAtAnyLineOfItTheNextRunCompletes(String type, String method, int leastHits) throws Exception {
        var prepared = landed();
        var undisturbed =
                new Chain(PostgisServer.shared().copyOf(prepared), "http://localhost", exports("undisturbed"));
        maintained(undisturbed);
        assertThat(days(undisturbed)).isEmpty();
        int hits = 0;
        int missed = 0;
        for (int line = 0; missed < MISSES_AT_ITS_END; line++) {
            var chain = new Chain(PostgisServer.shared().copyOf(prepared), "http://localhost", exports("line" + line));
            var debugger = new Debugger();
            var running = chain.with("CATAVENTO_RAW_WHOLE_DAYS", "30")
                    .tasks()
                    .with("JAVA_TOOL_OPTIONS", debugger.option())
                    .start("maintain-store", "--day", LATER.toString());
            boolean hit = debugger.killAtLine(running.process(), type, method, line);
            running.process().waitFor();
            hits += hit ? 1 : 0;
            missed = hit ? 0 : missed + 1;
            assertThat(days(chain)).as("no half folder is seen").allMatch(day -> isWhole(chain, day));
            maintained(chain);
            assertThat(chain.published()).as("after kill -9 at line %d", line).isEqualTo(undisturbed.published());
        }
        System.out.printf("kill -9 in %s.%s: %d lines, each made good by the next run%n", type, method, hits);
        assertThat(hits).isGreaterThanOrEqualTo(leastHits);
    }

    private static boolean isWhole(Chain chain, String day) {
        return day.startsWith(".")
                || Files.exists(
                        chain.exports().resolve("wind_fleet").resolve(day).resolve("wind_farm.csv"));
    }

    /** As the scheduler does it: what ends with 75 is tried again. */
    private static void maintained(Chain chain) throws InterruptedException {
        Ended ended = null;
        for (int tries = 0; tries < 6; tries++) {
            ended = chain.with("CATAVENTO_RAW_WHOLE_DAYS", "30")
                    .tasks()
                    .run("maintain-store", "--day", LATER.toString());
            if (ended.exitCode() != 75) {
                break;
            }
            Thread.sleep(500);
        }
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
    }

    /** Three landed days of which the second goes, all published long ago. */
    private static TestStore landed() {
        var store = PostgisServer.shared().newStore();
        var raw = new LandedFleet(store);
        for (var day : List.of(FIRST, SECOND, THIRD)) {
            raw.land(day, List.of("{\"day\":\"" + day + "\"}"));
            store.execute("""
                    INSERT INTO ops.release (dataset, day, snapshot_id, rules_version, row_count, counts)
                    SELECT dataset, day, snapshot_id, 'test', 1, '{}' FROM raw.capture WHERE day = '%s'
                    """.formatted(day));
        }
        return store;
    }

    /** A folder of exports that holds the second day. */
    private Path exports(String name) throws IOException {
        var day = Files.createDirectories(folder.resolve(name).resolve("wind_fleet/" + SECOND));
        Files.writeString(day.resolve("wind_farm.csv"), "a,b");
        Files.writeString(day.resolve("datapackage.json"), "{\"resources\":[{\"path\":\"wind_farm.csv\"}]}");
        return folder.resolve(name);
    }

    private Chain chain(TestStore store, SimulatorProcess source) {
        return new Chain(store, source.archiveUrl(), folder.resolve("exports"));
    }

    private static List<String> days(Chain chain) throws IOException {
        try (var entries = Files.list(chain.exports().resolve("wind_fleet"))) {
            return entries.map(entry -> entry.getFileName().toString())
                    .sorted((a, b) -> b.compareTo(a))
                    .toList();
        }
    }

    private static void delete(Path tree) throws IOException {
        try (var paths = Files.walk(tree)) {
            for (var path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
