package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.SimulatorProcess;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong with a source of telemetry: one clear line, the right code, and nothing landed of it. */
class TelemetryFaultsIT {
    private static final String DAY = "2026-01-05";
    private static final String SIGNALS =
            "    signals:\n      wind_speed: {column: wind_speed}\n      power: {column: power}\n";

    @TempDir
    private static Path folder;

    private static SimulatorProcess simulator;
    private static TestStore store;

    @BeforeAll
    static void start() {
        simulator = SimulatorProcess.start(java.util.Map.of());
        store = PostgisServer.shared().newStore();
    }

    @AfterEach
    void clear() {
        simulator.clearFaults();
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http-503      | "count":-1,"seconds":0 | sensors | 75 | source-unavailable | 503
            http-500      | "count":-1             | pages   | 75 | source-unavailable | 500
            wrong-count   | "n":-7                 | columns | 65 | source-incomplete  | count
            field-missing | "field":"power"        | sensors | 65 | source-contract    | power
            field-retyped | "field":"wind_speed"   | pages   | 65 | source-contract    | wind_speed
            """)
    void ofTheSource(String fault, String more, String dialect, int code, String kind, String says) {
        simulator.fault(fault, "\"match\":\"telemetry\"," + more);
        refused(described(dialect, simulator.url(), "T-0001"), code, kind, says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a column that is not there   | turbine,timestamp,wind_speed\\nA,2026-01-05T00:00:00,5 | 65 | power
            text where a number belongs  | turbine,timestamp,wind_speed,power\\nA,2026-01-05T00:00:00,5,much | 65 | 'much'
            a stamp that is none         | turbine,timestamp,wind_speed,power\\nA,yesterday,5,100 | 65 | 'yesterday'
            no turbine                   | turbine,timestamp,wind_speed,power\\n,2026-01-05T00:00:00,5,100 | 65 | turbine
            nothing of this day          | turbine,timestamp,wind_speed,power\\nA,2026-01-07T00:00:00,5,100 | 65 | not one of 1 samples
            """)
    void ofAFile(String what, String content, int code, String says) throws IOException {
        Files.writeString(folder.resolve(DAY + ".csv"), content.replace("\\n", "\n") + "\n");
        refused(
                file("csv"),
                code,
                code == 65 && says.startsWith("not one") ? "source-incomplete" : "source-contract",
                says);
    }

    @Test
    void ofAParquetFileThatIsStillBeingWritten() throws IOException {
        Files.write(folder.resolve(DAY + ".parquet"), new byte[] {'P', 'A', 'R', '1', 0, 0, 0, 0, 1, 2, 3});
        refused(file("parquet"), 75, "source-unavailable", DAY + ".parquet");
    }

    @Test
    void ofAServerThatIsNotThere() {
        refused(described("sensors", "http://127.0.0.1:1", "T-0001"), 75, "source-unavailable", "127.0.0.1:1");
    }

    @Test
    void ofTheCaller() throws IOException {
        var sources = described("sensors", simulator.url(), "T-0001");
        var unknown = task(sources).run("downsample-telemetry", "--source", "tset", "--day", DAY);
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.report().at("/error/hint").asText()).contains("test");
        var shard = task(sources).run("downsample-telemetry", "--source", "test", "--day", DAY, "--shard", "3/2");
        assertThat(shard.exitCode()).isEqualTo(2);
        assertThat(shard.stderr()).contains("i/n");
        var today = LocalDate.now(ZoneOffset.ofHours(-3)).toString();
        assertThat(task(sources)
                        .run("downsample-telemetry", "--source", "test", "--day", today)
                        .exitCode())
                .isEqualTo(99);
        refused("sources:\n  - name: test\n    kind: sample\n", 1, "configuration", "line 3, key kind");
    }

    @Test
    void ofAnotherRunOfTheSameDay() throws SQLException {
        var name = "downsample test " + DAY + " 1/1";
        try (var other = store.superuser();
                var statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('catavento " + name + "', 0))");
            refused(described("sensors", simulator.url(), "T-0001"), 75, "locked", name);
        }
    }

    @Test
    void aDayWithoutSamplesIsADay() throws IOException {
        Files.writeString(folder.resolve("2026-01-09.csv"), "turbine,timestamp,wind_speed,power\n");
        var ended = task(file("csv").replace("    turbine_column: turbine\n", "    turbine: A\n"))
                .run("downsample-telemetry", "--source", "test", "--day", "2026-01-09");
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(ended.report().at("/outputs/n_valid").asInt()).isZero();
        assertThat(ended.report().at("/outputs/silent_turbines").asInt()).isEqualTo(1);
        assertThat(ended.stderr()).contains("an empty day");
    }

    private static void refused(String sources, int code, String kind, String says) {
        var before = landed();
        var ended = task(sources).run("downsample-telemetry", "--source", "test", "--day", DAY);
        assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(code);
        assertThat(ended.report().at("/error/kind").asText()).isEqualTo(kind);
        assertThat(ended.report().at("/error/message").asText()).contains(says);
        assertThat(ended.report().at("/outputs/source").asText()).isEqualTo("test");
        assertThat(ended.report().at("/error/hint").asText()).isNotBlank();
        assertThat(landed()).isEqualTo(before);
    }

    private static String landed() {
        return store.value("SELECT (SELECT count(*) FROM raw.telemetry_day) || ' ' || (SELECT count(*) FROM raw.page)");
    }

    private static TaskProcess task(String sources) {
        try {
            return new TaskProcess(store.environment())
                    .with("CATAVENTO_TELEMETRY_TOTAL_SECONDS", "1")
                    .with(
                            "CATAVENTO_SOURCES",
                            Files.writeString(folder.resolve("sources.yaml"), sources)
                                    .toString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String file(String dialect) {
        return head(dialect, folder + "/{day}." + dialect) + "    turbine_column: turbine\n" + SIGNALS;
    }

    private static String described(String dialect, String address, String turbine) {
        return head(dialect, address) + "    turbine: " + turbine + "\n" + SIGNALS;
    }

    private static String head(String dialect, String address) {
        return "sources:\n  - name: test\n    kind: samples\n    dialect: " + dialect + "\n    address: " + address
                + "\n    zone: \"-03:00\"\n    stamps: start\n    cadence: 1 min\n";
    }
}
