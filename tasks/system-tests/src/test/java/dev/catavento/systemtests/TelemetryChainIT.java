package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.SimulatorProcess;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A generated day with every trait that samples have, from five kinds of source to the views. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TelemetryChainIT {
    private static final String DAY = "2026-01-05";
    private static final Instant START = Instant.parse("2026-01-05T03:00:00Z");
    private static final List<String> SOURCES = List.of("sensors", "columns", "pages", "csv", "parquet");
    private static final List<String> SIGNALS = List.of("wind_speed", "power", "ambient_temperature");
    private static final List<String> TURBINES = List.of("T-0001", "T-0002", "T-0003");
    private static final Map<String, String> TRAITS = Map.of(
            "gaps", "\"percent\":2",
            "equal-duplicates", "\"percent\":1",
            "different-duplicates", "\"percent\":1",
            "off-grid", "\"percent\":20",
            "nulls", "\"percent\":1",
            "nan-text", "\"percent\":1",
            "stuck-sensor", "\"turbine\":\"T-0001\"",
            "watts", "\"turbine\":\"T-0002\"",
            "negative-power", "\"percent\":50",
            "disorder", "\"turbine\":\"T-0003\"");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @TempDir
    private static Path folder;

    private static SimulatorProcess simulator;
    private static TestStore store;
    private static TaskProcess tasks;

    @BeforeAll
    static void aDayWithEveryTrait() throws Exception {
        simulator = SimulatorProcess.start(Map.of());
        TRAITS.forEach(simulator::fault);
        for (var format : List.of("csv", "parquet")) {
            var arguments = new ArrayList<>(List.of("write", "--format", format, "--turbines", "3", "--days", "1"));
            arguments.addAll(List.of("--from", DAY, "--to", folder.toString()));
            TRAITS.forEach((kind, more) -> {
                arguments.add("--trait");
                arguments.add(kind + ":" + more.replace("\"", "").replace(":", "="));
            });
            var written = new TaskProcess(Map.of()).run("source-simulator", arguments.toArray(String[]::new));
            assertThat(written.exitCode()).as(written.stderr()).isZero();
        }
        store = PostgisServer.shared().newStore();
        tasks = new TaskProcess(store.environment())
                .with(
                        "CATAVENTO_SOURCES",
                        Files.writeString(folder.resolve("sources.yaml"), described())
                                .toString())
                .with("CATAVENTO_EXPORT_DIR", folder.resolve("exports").toString());
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    @Order(1)
    void everyDialectAndFileGivesTheSameWindowsByteForByte() {
        for (var source : SOURCES) {
            assertThat(run("downsample-telemetry", source)).as(source).isZero();
            assertThat(run("load-postgis", source)).as(source).isZero();
        }
        var first = windows(SOURCES.getFirst());
        assertThat(first.lines()).hasSize(3 * 3 * 144);
        for (var source : SOURCES) {
            assertThat(windows(source)).as(source).isEqualTo(first);
        }
    }

    @Test
    @Order(2)
    void theWindowsAreThoseOfASlowReferenceWithExactDecimals() throws Exception {
        for (var turbine : TURBINES) {
            var expected = new SlowReference(new BigDecimal("4200")).compute(served(turbine), START);
            for (var signal : SIGNALS) {
                compare(turbine, signal, expected.get(signal));
            }
        }
        assertThat(store.rows("SELECT DISTINCT rule FROM out.data_issue WHERE dataset = 'telemetry'"))
                .extracting(row -> row.get("rule"))
                .contains("sample-repeated", "sample-conflict", "sample-off-grid", "sensor-stuck", "power-in-watts");
    }

    @Test
    @Order(3)
    void theFilesOfEachSourceHoldTheSameWindowsAndThoseOfTheView() throws Exception {
        var seen = new java.util.TreeSet<String>();
        for (var source : SOURCES) {
            assertThat(run("export-tableau", source)).as(source).isZero();
            var csv = Files.readString(folder.resolve("exports/telemetry/" + source + "/latest/telemetry_10min.csv"));
            seen.add(csv.replace("\n" + source + ",", "\nsource,"));
        }
        assertThat(seen).hasSize(1);
        var window = store.rows("""
                SELECT format('\nsource,%s,,%s,', turbine, day) AS line,
                       format(',%s,%s,', power_n_valid, power_mean) AS power
                  FROM out.telemetry_wide WHERE source = 'csv' AND power_n_valid > 0 ORDER BY turbine, window_start LIMIT 1
                """).getFirst();
        assertThat(seen.first().lines()).hasSize(1 + 3 * 144);
        assertThat(seen.first()).contains(window.get("line")).contains(window.get("power"));
    }

    @Test
    @Order(3)
    void whatIsDoneIsDoneAndSaysSo() {
        var before = store.value("SELECT count(*) FROM raw.telemetry_day");
        assertThat(run("downsample-telemetry", "sensors")).isEqualTo(99);
        assertThat(run("load-postgis", "sensors")).isEqualTo(99);
        assertThat(store.value("SELECT count(*) FROM raw.telemetry_day")).isEqualTo(before);
    }

    @Test
    @Order(4)
    void lateDataRevisesItsWindowsAndNoOther() {
        var before = revised("sensors");
        assertThat(before).isEmpty();
        simulator.fault("late-change", "\"n\":7,\"turbine\":\"T-0003\",\"start_minute\":720");
        simulator.fault("late-vanish", "\"n\":20,\"turbine\":\"T-0003\",\"start_minute\":900");
        var untouched = windowsBut("sensors", "T-0003");
        assertThat(run("downsample-telemetry", "sensors")).isZero();
        assertThat(run("load-postgis", "sensors")).isZero();
        assertThat(windowsBut("sensors", "T-0003")).isEqualTo(untouched);
        var windows = revised("sensors");
        assertThat(windows).isNotEmpty().allMatch(w -> w == 72 || w >= 90 && w <= 91);
        assertThat(run("downsample-telemetry", "sensors")).isEqualTo(99);
        assertThat(run("load-postgis", "sensors")).isEqualTo(99);
        assertThat(revised("sensors")).isEqualTo(windows);
    }

    private static int run(String task, String source) {
        var arguments = new ArrayList<>(List.of("--source", source, "--day", DAY));
        if (!task.equals("downsample-telemetry")) {
            arguments.addAll(List.of("--dataset", "telemetry"));
        }
        var ended = tasks.run(task, arguments.toArray(String[]::new));
        if (ended.exitCode() != 0 && ended.exitCode() != 99) {
            throw new AssertionError(task + " " + source + " ended with " + ended.exitCode() + ": " + ended.stderr());
        }
        return ended.exitCode();
    }

    private static String windows(String source) {
        return lines("source = '" + source + "'");
    }

    private static String windowsBut(String source, String turbine) {
        return lines("source = '" + source + "' AND turbine <> '" + turbine + "'");
    }

    private static String lines(String where) {
        return store
                .rows(
                        "SELECT turbine, signal, window_start, n_valid, n_expected, mean, min, max, std, m2, first_sample_at,"
                                + " last_sample_at, revision FROM out.telemetry_10min WHERE " + where
                                + " ORDER BY turbine, signal, window_start")
                .stream()
                .map(row -> String.valueOf(row.values()))
                .collect(Collectors.joining("\n"));
    }

    private static List<Integer> revised(String source) {
        return store
                .rows("SELECT DISTINCT window_of_day AS w FROM out.telemetry_10min WHERE revision > 1 AND source = '"
                        + source
                        + "' UNION SELECT w.ordinality::int - 1 FROM core.telemetry t JOIN core.telemetry_turbine USING"
                        + " (turbine_key) JOIN core.telemetry_source s USING (source_id), unnest(t.withdrawn) WITH ORDINALITY AS w(gone, ordinality)"
                        + " WHERE w.gone AND s.source = '" + source + "' ORDER BY 1")
                .stream()
                .map(row -> Integer.parseInt(row.get("w")))
                .toList();
    }

    private static void compare(String turbine, String signal, Map<Integer, SlowReference.Window> expected) {
        var found = store.rows("SELECT window_of_day AS w, n_valid, mean, min, max, m2 FROM out.telemetry_10min"
                + " WHERE source = 'sensors' AND turbine = '" + turbine + "' AND signal = '" + signal + "'");
        assertThat(found).hasSize(144);
        for (var row : found) {
            var what = turbine + " " + signal + " window " + row.get("w");
            var wanted = expected.getOrDefault(
                    Integer.parseInt(row.get("w")), new SlowReference.Window(0, null, null, null, null));
            assertThat(row.get("n_valid")).as(what).isEqualTo(String.valueOf(wanted.n()));
            near(what + " mean", row.get("mean"), wanted.mean(), wanted);
            near(what + " m2", row.get("m2"), wanted.m2(), wanted);
            near(what + " min", row.get("min"), wanted.min(), wanted);
            near(what + " max", row.get("max"), wanted.max(), wanted);
        }
    }

    /** Within 1e-9 × max(1, mean |x|); of squares, within what that means for the deviation. */
    private static void near(String what, String found, BigDecimal wanted, SlowReference.Window window) {
        if (wanted == null) {
            assertThat(found).as(what).isNull();
            return;
        }
        double size = Math.max(
                1, Math.max(window.min().abs().doubleValue(), window.max().abs().doubleValue()) / 2);
        double bound = what.endsWith("m2") ? 1e-9 * size * Math.max(1, Math.sqrt(wanted.doubleValue())) : 1e-9 * size;
        assertThat(Double.parseDouble(found)).as(what).isCloseTo(wanted.doubleValue(), within(bound));
    }

    private static List<SlowReference.Row> served(String turbine) throws Exception {
        var url = simulator.url()
                + "/api/v1/sensors?start_date=2026-01-05T00:00:00&end_date=2026-01-06T00:00:00&turbine_id=" + turbine
                + SIGNALS.stream().map(signal -> "&metrics=" + signal).collect(Collectors.joining());
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
        var rows = new ArrayList<SlowReference.Row>();
        for (var row : JSON.readTree(answer.body())) {
            var values = new TreeMap<String, BigDecimal>();
            SIGNALS.forEach(signal -> values.put(signal, number(row.get(signal))));
            var at = LocalDateTime.parse(row.get("timestamp").asText()).toInstant(ZoneOffset.ofHours(-3));
            rows.add(new SlowReference.Row(at, values));
        }
        return rows;
    }

    private static BigDecimal number(JsonNode value) {
        return value.isNumber() ? value.decimalValue() : null;
    }

    private static String described() {
        var text = new StringBuilder("sources:\n");
        for (var source : SOURCES) {
            boolean file = List.of("csv", "parquet").contains(source);
            text.append("  - name: ")
                    .append(source)
                    .append("\n    kind: samples\n    dialect: ")
                    .append(source);
            text.append("\n    address: ").append(file ? folder + "/{day}." + source : simulator.url());
            text.append("\n    zone: \"-03:00\"\n    stamps: start\n    cadence: 1 min\n    rated_power_kw: 4200\n");
            text.append(file ? "    turbine_column: turbine\n" : "    turbine_parameter: turbine_id\n    turbines:\n");
            if (!file) {
                TURBINES.forEach(
                        turbine -> text.append("      ").append(turbine).append(": null\n"));
            }
            text.append("    signals:\n");
            SIGNALS.forEach(signal -> text.append("      ")
                    .append(signal)
                    .append(": {column: ")
                    .append(signal)
                    .append("}\n"));
        }
        return text.toString();
    }
}
