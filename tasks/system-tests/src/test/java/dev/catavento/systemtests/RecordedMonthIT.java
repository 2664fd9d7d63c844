package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.ProjectFiles;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real month of somebody else's 10-minute statistics, all in one file: it passes through, labelled, with its coverage. */
class RecordedMonthIT {
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2023, 6, 30), // the file begins within it, in UTC
            LocalDate.of(2023, 7, 9),
            LocalDate.of(2023, 7, 10),
            LocalDate.of(2023, 7, 31)); // and ends within this one
    private static final List<String> TURBINES = List.of("HMR_T01", "HMR_T02");
    /** From signals to the columns of their means and deviations. */
    private static final Map<String, String[]> SIGNALS = Map.of(
            "power", new String[] {"ActivePowerMean", "ActivePowerSD"},
            "wind_speed", new String[] {"WindSpeedMean", "WindSpeedSD"},
            "nacelle_direction", new String[] {"YawAngleMean", null},
            "ambient_temperature", new String[] {"AmbientTemp", null});

    @TempDir
    private static Path folder;

    private static RecordedMonth recorded;
    private static TestStore store;

    @BeforeAll
    static void someDaysOfIt() throws Exception {
        var file = ProjectFiles.sharedData().map(data -> data.resolve("scada/windup_Homer_July2023_scada.parquet"));
        assumeTrue(file.isPresent(), "needs the recorded month in CATAVENTO_SHARED_DATA");
        recorded = new RecordedMonth(file.get());
        store = PostgisServer.shared().newStore();
        var tasks = new TaskProcess(store.environment())
                .with(
                        "CATAVENTO_SOURCES",
                        Files.writeString(folder.resolve("sources.yaml"), described(file.get()))
                                .toString());
        for (var day : DAYS) {
            for (var task : List.of("downsample-telemetry", "load-postgis")) {
                var arguments = task.startsWith("load")
                        ? new String[] {"--source", "homer", "--day", day.toString(), "--dataset", "telemetry"}
                        : new String[] {"--source", "homer", "--day", day.toString()};
                var ended = tasks.run(task, arguments);
                assertThat(ended.exitCode())
                        .as(task + " " + day + ": " + ended.stderr())
                        .isZero();
            }
        }
    }

    @Test
    void eachWindowSaysWhatTheFileSays() {
        var rows = store.rows(
                "SELECT turbine, signal, day, window_of_day AS w, n_valid, n_expected, mean, std, m2, std_kind"
                        + " FROM out.telemetry_10min WHERE source = 'homer'");
        assertThat(rows).hasSize(DAYS.size() * TURBINES.size() * SIGNALS.size() * 144);
        for (var row : rows) {
            var columns = SIGNALS.get(row.get("signal"));
            var day = LocalDate.parse(row.get("day"));
            int window = Integer.parseInt(row.get("w"));
            var mean = recorded.value(row.get("turbine"), day, window, columns[0]);
            assertThat(row)
                    .containsEntry("n_valid", mean.isPresent() ? "1" : "0")
                    .containsEntry("n_expected", "1");
            same(row, "mean", mean.orElse(null));
            var std = columns[1] == null || mean.isEmpty()
                    ? null
                    : recorded.value(row.get("turbine"), day, window, columns[1])
                            .orElse(null);
            same(row, "std", std);
            same(row, "m2", std == null ? null : std * std);
            assertThat(row.get("std_kind")).isEqualTo(circular(row) ? null : "given");
        }
    }

    @Test
    void aDaysCoverageIsThatOfTheFile() {
        for (var day : DAYS) {
            for (var turbine : TURBINES) {
                SIGNALS.forEach((signal, columns) -> {
                    long there = valid(turbine, day, columns[0]);
                    var found = store.rows("SELECT n_valid, n_expected, coverage, valid FROM out.telemetry_daily"
                                    + " WHERE turbine = '" + turbine + "' AND day = '" + day + "' AND signal = '"
                                    + signal + "'")
                            .getFirst();
                    assertThat(found)
                            .containsEntry("n_valid", String.valueOf(there))
                            .containsEntry("n_expected", "144")
                            .containsEntry("valid", there >= 0.9 * 144 ? "t" : "f");
                    assertThat(Double.parseDouble(found.get("coverage"))).isEqualTo(there / 144.0);
                });
            }
        }
        assertThat(valid("HMR_T02", DAYS.getLast(), "WindSpeedMean")).isBetween(1L, 126L);
    }

    /** The deviation within the windows and that between their means, each window with the same weight. */
    @Test
    void aDaysDeviationIsPooledAndLabelled() {
        int compared = 0;
        for (var day : DAYS) {
            for (var turbine : TURBINES) {
                compared += pooled(turbine, day, "wind_speed") + pooled(turbine, day, "power");
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(8);
    }

    @Test
    void rowsOfOtherDaysAreNoFaultAndNotCounted() {
        assertThat(store.value("SELECT count(*) FROM out.data_issue WHERE rule = 'sample-other-day'"))
                .isEqualTo("0");
        assertThat(store
                        .rows(
                                "SELECT day, rows_read FROM ops.task_run WHERE task = 'downsample-telemetry' ORDER BY day")
                        .stream()
                        .map(row -> row.get("rows_read")))
                .containsExactly("36", "288", "288", "252");
        assertThat(store.value("SELECT count(*) FROM raw.page"))
                .as("the file itself, once")
                .isEqualTo("1");
    }

    private static int pooled(String turbine, LocalDate day, String signal) {
        var columns = SIGNALS.get(signal);
        int n = 0;
        double sum = 0;
        double within = 0;
        boolean all = true;
        for (int w = 0; w < 144; w++) {
            var mean = recorded.value(turbine, day, w, columns[0]);
            if (mean.isPresent()) {
                n++;
                sum += mean.get();
                var std = recorded.value(turbine, day, w, columns[1]);
                all &= std.isPresent();
                within += std.map(s -> s * s).orElse(0.0);
            }
        }
        double between = 0;
        for (int w = 0; w < 144; w++) {
            var mean = recorded.value(turbine, day, w, columns[0]);
            between += mean.isPresent() ? Math.pow(mean.get() - sum / n, 2) : 0;
        }
        var found = store.rows("SELECT mean, std, std_kind FROM out.telemetry_daily WHERE turbine = '" + turbine
                        + "' AND day = '" + day + "' AND signal = '" + signal + "'")
                .getFirst();
        assertThat(found.get("std_kind")).isEqualTo("given");
        if (n == 0 || !all) {
            assertThat(found.get("std")).isNull();
            return 0;
        }
        assertThat(Double.parseDouble(found.get("mean"))).isCloseTo(sum / n, within(1e-9 * Math.max(1, sum / n)));
        double std = Math.sqrt((within + between) / n);
        assertThat(Double.parseDouble(found.get("std"))).isCloseTo(std, within(1e-9 * Math.max(1, std)));
        return 1;
    }

    private static long valid(String turbine, LocalDate day, String column) {
        long valid = 0;
        for (int w = 0; w < 144; w++) {
            valid += recorded.value(turbine, day, w, column).isPresent() ? 1 : 0;
        }
        return valid;
    }

    private static boolean circular(Map<String, String> row) {
        return row.get("signal").endsWith("direction");
    }

    private static void same(Map<String, String> row, String column, Double wanted) {
        if (wanted == null) {
            assertThat(row.get(column)).as("%s of %s", column, row).isNull();
        } else {
            assertThat(Double.parseDouble(row.get(column)))
                    .as("%s of %s", column, row)
                    .isCloseTo(wanted, within(1e-9 * Math.max(1, Math.abs(wanted))));
        }
    }

    private static String described(Path file) {
        return """
                sources:
                  - name: homer
                    kind: statistics
                    dialect: parquet
                    address: %s
                    zone: UTC
                    stamps: start
                    cadence: 10 min
                    stamp_column: TimeStamp_StartFormat
                    turbine_column: TurbineName
                    signals:
                      power: {column: {mean: ActivePowerMean, std: ActivePowerSD}}
                      wind_speed: {column: {mean: WindSpeedMean, std: WindSpeedSD}}
                      ambient_temperature: {column: {mean: AmbientTemp}}
                      nacelle_direction: {column: {mean: YawAngleMean}, stored_unit: °, tag: WNAC_Dir, kind: circular, resolution: 1}
                """.formatted(file);
    }
}
