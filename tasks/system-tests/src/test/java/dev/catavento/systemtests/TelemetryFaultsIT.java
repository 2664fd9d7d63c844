package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.SimulatorProcess;
import dev.catavento.testsupport.SmallDisk;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
            http-429      | "count":-1,"seconds":0 | columns | 75 | source-unavailable | 429
            http-429      | "count":-1,"seconds":9 | sensors | 75 | source-unavailable | 429
            html-200      | "count":-1             | sensors | 75 | source-unavailable | HTML
            truncated-body | "count":-1            | columns | 75 | source-unavailable | cut short
            truncated-body | "count":-1,"framing":"chunked" | pages | 75 | source-unavailable | cut short
            connection-reset | "count":-1,"when":"within" | sensors | 75 | source-unavailable | 127.0.0.1
            never-ending  | "count":-1             | sensors | 75 | source-unavailable | 1 s
            never-ending  | "count":-1,"mode":"dribble" | sensors | 75 | source-unavailable | 1 s
            token-required | "token":"x"           | sensors | 1  | configuration      | 401
            wrong-count   | "n":-7                 | columns | 65 | source-incomplete  | count
            field-missing | "field":"power"        | sensors | 65 | source-contract    | power
            field-retyped | "field":"wind_speed"   | pages   | 65 | source-contract    | wind_speed
            """)
    void ofTheSource(String fault, String more, String dialect, int code, String kind, String says) {
        simulator.fault(fault, "\"match\":\"telemetry\"," + more);
        refused(task(described(dialect, simulator.url(), "T-0001"), fault.equals("never-ending")), code, kind, says);
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
    void ofAnAnswerOfWhichHalfTheRowsAreMissingByItsOwnCount() {
        for (int asked = 0; asked < 5; asked++) {
            simulator.fault("half-rows", "\"match\":\"telemetry\",\"count\":\"wrong\"");
        }
        refused(described("columns", simulator.url(), "T-0001"), 65, "source-incomplete", "count");
    }

    /** A thousand rows a page, whatever is asked for; every page but the first begins three rows too late. */
    @Test
    void ofPagesThatLoseRows() throws IOException {
        refusedFrom("pages", 65, "source-incomplete", "the page at offset 999 begins with", exchange -> {
            int offset = Integer.parseInt(exchange.getRequestURI()
                    .getQuery()
                    .replaceFirst(".*offset=", "")
                    .replaceFirst("&.*", ""));
            int from = offset == 0 ? 0 : offset + 3;
            var page = IntStream.range(from, Math.min(from + 1000, 1440))
                    .mapToObj(minute -> "{\"timestamp\": \""
                            + LocalDate.parse(DAY).atStartOfDay().plusMinutes(minute)
                            + ":00\", \"wind_speed\": 5.1, \"power\": 100}")
                    .collect(Collectors.joining(", ", "[", "]"))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        });
    }

    @Test
    void ofAServerThatSendsElsewhere() throws IOException {
        refusedFrom("sensors", 75, "source-unavailable", "a redirect, not data", exchange -> {
            exchange.getResponseHeaders().add("Location", "https://elsewhere.example/");
            exchange.sendResponseHeaders(302, -1);
        });
    }

    /** A source that is unwell for a moment costs a repetition, nothing else. */
    @Test
    void ofAMomentIsOvercome() {
        simulator.fault("http-503", "\"match\":\"telemetry\",\"count\":1,\"seconds\":1");
        simulator.fault("truncated-body", "\"match\":\"telemetry\",\"count\":1");
        var ended = task(described("sensors", simulator.url(), "T-0002"))
                .with("CATAVENTO_TELEMETRY_TOTAL_SECONDS", "30")
                .run("downsample-telemetry", "--source", "test", "--day", "2026-01-06");
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(ended.report().at("/rows/read").asInt()).isEqualTo(1440);
    }

    /** A clock five minutes ahead pushes the day's last samples into the next, where they do not belong. */
    @Test
    void ofASourceWhoseClockIsAhead() throws IOException {
        var rows = new StringBuilder("turbine,timestamp,wind_speed,power\n");
        for (int minute = 5; minute < 1445; minute++) {
            rows.append("A,")
                    .append(LocalDate.parse("2026-01-10").atStartOfDay().plusMinutes(minute));
            rows.append(":00,")
                    .append(minute % 20)
                    .append(",")
                    .append(minute % 700)
                    .append("\n");
        }
        Files.writeString(folder.resolve("2026-01-10.csv"), rows);
        var ended = task(file("csv")).run("downsample-telemetry", "--source", "test", "--day", "2026-01-10");
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(ended.report().at("/rows/read").asInt()).isEqualTo(1435);
        // the next day's first sample comes of interfaces that include both ends: it is no fault
        assertThat(ended.report().at("/issues/sample-other-day").asInt()).isEqualTo(4);
    }

    @Test
    void ofADiskWithoutRoomForScratchFiles() {
        var disk = SmallDisk.of(16, folder);
        assumeTrue(disk.isPresent(), "needs a small disk");
        try (var small = disk.get()) {
            var before = landed();
            var ended = task(described("sensors", simulator.url(), "T-0001"))
                    .with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + small.folder())
                    .run("downsample-telemetry", "--source", "test", "--day", DAY);
            assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(75);
            assertThat(ended.report().at("/error/kind").asText()).isEqualTo("disk-full");
            assertThat(landed()).isEqualTo(before);
        }
    }

    @Test
    void ofTwoRunsOfADayAtOnce() {
        simulator.fault("slow", "\"match\":\"telemetry\",\"count\":1,\"seconds\":3");
        var task = task(described("sensors", simulator.url(), "T-0003"));
        var arguments = new String[] {"--source", "test", "--day", "2026-01-07"};
        var first = task.start("downsample-telemetry", arguments);
        var second = task.start("downsample-telemetry", arguments);
        var codes = List.of(task.await(first).exitCode(), task.await(second).exitCode());
        assertThat(codes).containsExactlyInAnyOrder(0, 75);
        assertThat(store.value("SELECT count(*) FROM raw.telemetry_day WHERE day = '2026-01-07'"))
                .isEqualTo("1");
    }

    /** Half the day in a well-formed answer cannot be told from a half day: the gate holds it back. */
    @Test
    void ofHalfADayThatLooksWholeIsHeldBackByTheGate() {
        var task = task(described("sensors", simulator.url(), "T-0004"));
        var arguments = new String[] {"--source", "test", "--day", "2026-01-08"};
        var load = new String[] {"--dataset", "telemetry", "--source", "test", "--day", "2026-01-08"};
        assertThat(task.run("downsample-telemetry", arguments).exitCode()).isZero();
        assertThat(task.run("load-postgis", load).exitCode()).isZero();
        var published = "SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) FROM out.telemetry_10min t";
        var before = store.value(published);
        simulator.fault("half-rows", "\"match\":\"telemetry\",\"count\":\"right\"");
        assertThat(task.run("downsample-telemetry", arguments).exitCode()).isZero();
        var refused = task.run("load-postgis", load);
        assertThat(refused.exitCode()).isEqualTo(65);
        assertThat(refused.report().at("/error/kind").asText()).isEqualTo("publish-refused");
        assertThat(store.value(published)).isEqualTo(before);
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
        assertThat(shard.stderr()).contains("--shard: 3/2 is no part of a whole: 1/2 to 2/2 are");
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

    private static void refusedFrom(String dialect, int code, String kind, String says, HttpHandler answer)
            throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer.handle(exchange);
            }
        });
        server.start();
        try {
            var address = "http://127.0.0.1:" + server.getAddress().getPort();
            refused(described(dialect, address, "T-0001"), code, kind, says);
        } finally {
            server.stop(0);
        }
    }

    private static void refused(String sources, int code, String kind, String says) {
        refused(task(sources), code, kind, says);
    }

    private static void refused(TaskProcess task, int code, String kind, String says) {
        var before = landed();
        var ended = task.run("downsample-telemetry", "--source", "test", "--day", DAY);
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
        return task(sources, false);
    }

    private static TaskProcess task(String sources, boolean stalls) {
        try {
            return new TaskProcess(store.environment())
                    .with("CATAVENTO_TELEMETRY_TOTAL_SECONDS", "1")
                    .with("CATAVENTO_TELEMETRY_TIMEOUT_SECONDS", stalls ? "1" : "30")
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
