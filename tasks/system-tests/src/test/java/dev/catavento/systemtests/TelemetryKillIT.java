package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.Debugger;
import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.SimulatorProcess;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} at lines of downsampling, from its first question to the end of its transaction: {@code raw} has nothing of
 * the day or all of it, and the next run, over whatever the killed ones left, gives the undisturbed bytes.
 */
class TelemetryKillIT {
    private static final String DAY = "2026-01-05";
    private static final String OURS = "dev.catavento.downsampletelemetry.";
    private static final String STORE = "dev.catavento.store.raw.TelemetryLanding ";
    /** Class, method, line of it: reading, comparing, computing, hashing, landing, and after the landing. */
    private static final List<String> LINES = List.of(
            OURS + "DayReading read 4",
            OURS + "samples.HttpSamples read 6",
            OURS + "DayRun hash 0",
            OURS + "windows.Computation run 1",
            OURS + "windows.Computation compute 2",
            OURS + "windows.BlobFiles write 3",
            OURS + "FoundIssues addUnmapped 0",
            OURS + "landing.DayLanding land 0",
            STORE + "addPage 0",
            STORE + "addDay 0",
            STORE + "addInput 0",
            STORE + "addStatistics 0",
            OURS + "DayRun facts 0");

    private static final String LANDED = """
            SELECT (SELECT md5(string_agg(concat_ws(' ', source, day, encode(input_sha256, 'hex'),
                                                    encode(statistics_sha256, 'hex'), sample_count, valid_count, issues), ','))
                      FROM raw.telemetry_day) AS days,
                   (SELECT md5(string_agg(sha256 || body, '' ORDER BY ordinal)) FROM raw.telemetry_statistics) AS blobs,
                   (SELECT md5(string_agg(sha256, '' ORDER BY ordinal)) FROM raw.telemetry_input) AS answers,
                   (SELECT md5(string_agg(sha256 || body_gzip, '' ORDER BY sha256)) FROM raw.page) AS pages,
                   (SELECT count(*) FROM raw.telemetry_turbine) || ' ' || (SELECT count(*) FROM raw.telemetry_signal)
                       || ' ' || (SELECT count(*) FROM raw.telemetry_issue) AS parts
            """;
    private static final Map<String, String> NOTHING;

    static {
        NOTHING = new LinkedHashMap<>();
        for (var what : List.of("days", "blobs", "answers", "pages")) {
            NOTHING.put(what, null);
        }
        NOTHING.put("parts", "0 0 0");
    }

    @TempDir
    private Path folder;

    @Test
    void whatIsKilledAnywhereIsMadeGoodByTheNextRun() throws Exception {
        try (var simulator = SimulatorProcess.start(Map.of())) {
            simulator.fault("gaps", "\"percent\":2");
            simulator.fault("off-grid", "\"percent\":10");
            var sources = Files.writeString(folder.resolve("sources.yaml"), """
                    sources:
                      - name: test
                        kind: samples
                        dialect: sensors
                        address: %s
                        zone: "-03:00"
                        stamps: start
                        cadence: 1 min
                        turbine_parameter: turbine_id
                        turbines: {T-0001: , T-0002: , T-0003: }
                        signals: {wind_speed: {column: wind_speed}, power: {column: power}}
                    """.formatted(simulator.url()));
            var calm = PostgisServer.shared().newStore();
            var store = PostgisServer.shared().copyOf(calm);
            assertThat(task(calm, sources)
                            .run("downsample-telemetry", arguments())
                            .exitCode())
                    .isZero();
            var undisturbed = calm.rows(LANDED).getFirst();
            for (var line : LINES) {
                boolean hit = kill(task(store, sources), line.split(" "));
                var left = store.rows(LANDED).getFirst();
                assertThat(left)
                        .as("after kill -9 at " + line)
                        .isEqualTo(line.contains("facts") ? undisturbed : NOTHING);
                assertThat(hit).as(line).isTrue();
            }
            System.out.printf("kill -9 while telemetry is downsampled: %d lines hit%n", LINES.size());
            assertThat(task(store, sources)
                            .run("downsample-telemetry", arguments())
                            .exitCode())
                    .isEqualTo(99);
        }
    }

    /** A server may still be at the killed run's statement, and hold its lock until it notices. */
    private static boolean kill(TaskProcess task, String[] line) throws Exception {
        for (int tried = 0; tried < 5; tried++) {
            var debugger = new Debugger();
            var running = task.with("JAVA_TOOL_OPTIONS", debugger.option()).start("downsample-telemetry", arguments());
            boolean hit = debugger.killAtLine(running.process(), line[0], line[1], Integer.parseInt(line[2]));
            if (hit || task.await(running).exitCode() != 75) {
                return hit;
            }
            Thread.sleep(500);
        }
        return false;
    }

    private static TaskProcess task(TestStore store, Path sources) {
        return new TaskProcess(store.environment()).with("CATAVENTO_SOURCES", sources.toString());
    }

    private static String[] arguments() {
        return new String[] {"--source", "test", "--day", DAY};
    }
}
