package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.SimulatorProcess;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A day computed again from what raw has of it, while the source is down or its file is gone. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TelemetryReplayIT {
    private static final String DAY = "2026-01-05";
    private static final List<String> SOURCES = List.of("paged", "filed");
    private static final String WINDOWS =
            "SELECT source, turbine, signal, window_of_day, n_valid, mean, min, max, m2, revision"
                    + " FROM out.telemetry_10min ORDER BY 1, 2, 3, 4";

    @TempDir
    private static Path folder;

    private static SimulatorProcess simulator;
    private static TestStore store;
    private static double highest = 60;

    @BeforeAll
    static void aDayIsLandedThenTheSourcesAreGone() throws IOException {
        simulator = SimulatorProcess.start(Map.of());
        var written = new TaskProcess(Map.of())
                .run(
                        "source-simulator",
                        "write",
                        "--format",
                        "csv",
                        "--turbines",
                        "2",
                        "--days",
                        "1",
                        "--from",
                        DAY,
                        "--to",
                        folder.toString());
        assertThat(written.exitCode()).as(written.stderr()).isZero();
        store = PostgisServer.shared().newStore();
        for (var source : SOURCES) {
            assertThat(downsample(source)).isZero();
            assertThat(load(source)).isZero();
        }
        simulator.fault("http-503", "\"match\":\"telemetry\",\"count\":-1,\"seconds\":0");
        Files.delete(folder.resolve(DAY + ".csv"));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    @Order(1)
    void bySameRulesAndSettingsThereIsNothingToDo() {
        for (var source : SOURCES) {
            assertThat(downsample(source, "--replay")).isEqualTo(99);
        }
        assertThat(landings()).isEqualTo("2");
    }

    @Test
    @Order(2)
    void otherRulesOfTheSameEffectPublishNothing() {
        var before = windows();
        store.execute("UPDATE raw.telemetry_day SET rules_version = 'telemetry-0'");
        for (var source : SOURCES) {
            assertThat(downsample(source, "--replay")).isZero();
            assertThat(load(source)).isEqualTo(99);
        }
        assertThat(landings()).isEqualTo("4");
        assertThat(windows()).isEqualTo(before);
        assertThat(store.value("SELECT count(DISTINCT (source, input_sha256, statistics_sha256, captured_at))"
                        + " FROM raw.telemetry_day"))
                .as("the same input, read when it was read, gives the same statistics")
                .isEqualTo("2");
    }

    @Test
    @Order(3)
    void otherLimitsReviseTheWindowsTheyTouchAndNoOther() {
        highest = Double.parseDouble(store.value("SELECT max FROM out.telemetry_10min WHERE signal = 'wind_speed'"
                + " AND source = 'paged' ORDER BY max DESC OFFSET 3 LIMIT 1"));
        var touched = store.rows("SELECT source, turbine, window_of_day FROM out.telemetry_10min"
                + " WHERE signal = 'wind_speed' AND max > " + highest + " ORDER BY 1, 2, 3");
        assertThat(touched).isNotEmpty();
        var untouched = store.rows(WINDOWS);
        for (var source : SOURCES) {
            assertThat(downsample(source, "--replay")).isZero();
            assertThat(load(source)).isZero();
        }
        assertThat(store.rows("SELECT source, turbine, window_of_day FROM out.telemetry_10min WHERE revision = 2"
                        + " AND signal = 'wind_speed' ORDER BY 1, 2, 3"))
                .isEqualTo(touched);
        untouched.retainAll(new HashSet<>(store.rows(WINDOWS)));
        assertThat(untouched).hasSize(2 * 2 * 2 * 144 - touched.size());
    }

    @Test
    @Order(4)
    void forcedItIsDoneAllTheSame() {
        var before = windows();
        assertThat(downsample("paged", "--replay")).isEqualTo(99);
        assertThat(downsample("paged", "--replay", "--force")).isZero();
        assertThat(load("paged")).isEqualTo(99);
        simulator.clearFaults();
        assertThat(downsample("paged")).isEqualTo(99);
        assertThat(downsample("paged", "--force")).isZero();
        assertThat(load("paged")).isEqualTo(99);
        assertThat(windows()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void whatRawDoesNotHoldIsRefused() {
        refused(
                "input-missing",
                "raw holds no input of source filed of " + DAY + ", shard 1/2",
                "filed",
                "--shard",
                "1/2");
        store.execute("UPDATE raw.telemetry_day SET rules_version = 'telemetry-0'");
        var original = store.value("SELECT encode(sha256, 'hex') FROM raw.telemetry_input JOIN raw.telemetry_day USING"
                + " (telemetry_day_id) WHERE source = 'filed' LIMIT 1");
        store.execute("UPDATE raw.page SET body_gzip = (SELECT body_gzip FROM raw.page WHERE sha256 <> '\\x" + original
                + "' LIMIT 1) WHERE sha256 = '\\x" + original + "'");
        refused("store-damaged", "has another content than it was landed with", "filed");
        store.execute("DELETE FROM raw.telemetry_input");
        refused("input-missing", "raw holds no input of source paged", "paged");
    }

    private static void refused(String kind, String says, String source, String... more) {
        var before = landings() + windows();
        var ended = task(
                source,
                Stream.concat(Stream.of("--replay"), Arrays.stream(more)).toArray(String[]::new));
        assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(65);
        assertThat(ended.report().at("/error/kind").asText()).isEqualTo(kind);
        assertThat(ended.report().at("/error/message").asText()).contains(says);
        assertThat(landings() + windows()).isEqualTo(before);
    }

    private static int downsample(String source, String... more) {
        var ended = task(source, more);
        assertThat(ended.exitCode()).as(ended.stderr()).isIn(0, 99);
        return ended.exitCode();
    }

    private static TaskProcess.Ended task(String source, String... more) {
        return tasks().run(
                        "downsample-telemetry",
                        Stream.concat(Stream.of("--source", source, "--day", DAY), Arrays.stream(more))
                                .toArray(String[]::new));
    }

    private static int load(String source) {
        var ended = tasks().run("load-postgis", "--dataset", "telemetry", "--source", source, "--day", DAY);
        assertThat(ended.exitCode()).as(ended.stderr()).isIn(0, 99);
        return ended.exitCode();
    }

    private static TaskProcess tasks() {
        try {
            var sources = Files.writeString(
                    folder.resolve("sources.yaml"),
                    "sources:\n"
                            + described(
                                    "paged",
                                    "pages",
                                    simulator.url(),
                                    "turbine_parameter: turbine_id\n    turbines: {T-0001: , T-0002: }")
                            + described("filed", "csv", folder + "/{day}.csv", "turbine_column: turbine"));
            return new TaskProcess(store.environment())
                    .with("CATAVENTO_SOURCES", sources.toString())
                    .with("CATAVENTO_TELEMETRY_TOTAL_SECONDS", "1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String described(String name, String dialect, String address, String turbines) {
        return "  - name: " + name + "\n    kind: samples\n    dialect: " + dialect + "\n    address: " + address
                + "\n    zone: \"-03:00\"\n    stamps: start\n    cadence: 1 min\n    rated_power_kw: 4200\n    "
                + turbines
                + "\n    signals:\n      wind_speed: {column: wind_speed, max: " + highest
                + "}\n      power: {column: power}\n";
    }

    private static String landings() {
        return store.value("SELECT count(*) FROM raw.telemetry_day");
    }

    private static String windows() {
        return store.rows(WINDOWS).stream()
                .map(row -> String.valueOf(row.values()))
                .collect(Collectors.joining("\n"));
    }
}
