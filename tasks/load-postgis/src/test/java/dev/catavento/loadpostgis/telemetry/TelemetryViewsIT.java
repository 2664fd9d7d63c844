package dev.catavento.loadpostgis.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.catavento.domain.telemetry.Shard;
import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The views' figures against those worked out of the minutes, or by hand. */
class TelemetryViewsIT {
    /** The last day of a month and the first of the next: two partitions. */
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    private static final LocalDate NEXT = DAY.plusDays(1);
    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private static TestStore store;
    private static DayDraft day;

    @BeforeAll
    static void published() {
        store = PostgisServer.shared().newStore();
        day = draft("demo", DAY)
                .minutes("A", "wind_speed", TelemetryViewsIT::wind)
                .minutes("A", "power", minute -> minute < 720 ? 1000 : Double.NaN)
                .minutes("A", "wind_direction", minute -> minute < 60 ? minute % 2 * 180 : (350 + minute % 21) % 360)
                .minutes("B", "wind_speed", minute -> 7 + minute % 10)
                .minutes("B", "power", minute -> minute % 10)
                .turbine("silent")
                .mapped("A", ID, 4000.0);
        land(day);
        land(draft("demo", NEXT)
                .minutes("B", "wind_speed", minute -> 3)
                .turbine("A")
                .mapped("A", ID, 4000.0));
        var complete = new DayDraft("complete", DAY).linear("wind_speed", "m/s").linear("power", "kW");
        complete.minutes("two", "wind_speed", minute -> 8 + minute % 5).minutes("two", "power", minute -> 900 + minute);
        land(complete);
        var three = new DayDraft("three", DAY)
                .linear("wind_speed", "m/s")
                .linear("power", "kW")
                .linear("ambient_temperature", "°C");
        for (var signal : List.of("wind_speed", "power", "ambient_temperature")) {
            three.minutes("three", signal, minute -> minute % 100);
        }
        land(three);
        var scada = new DayDraft("scada", DAY).linear("power", "kW");
        scada.statistics = true;
        land(scada.minutes("S", "power", minute -> 100 * (minute / 10) + minute % 2));
    }

    @Test
    void theClassicPairHasARowForEachStatisticOfEachWindow() {
        var count = """
                SELECT count(*) FROM out.data JOIN out.signal ON id = signal_id WHERE source = '%s' AND day = '2026-03-31'
                """;
        assertThat(store.value(count.formatted("complete"))).isEqualTo("1152");
        assertThat(store.value(count.formatted("three"))).isEqualTo("1728");
        assertThat(store.value("SELECT string_agg(name, ' ' ORDER BY id) FROM out.signal WHERE source = 'complete'"))
                .isEqualTo("wind_speed_mean wind_speed_min wind_speed_max wind_speed_std power_mean power_min power_max"
                        + " power_std");
        assertThat(store.value(
                        "SELECT count(*) FROM out.signal GROUP BY source, turbine, name ORDER BY 1 DESC LIMIT 1"))
                .isEqualTo("1");
        assertThat(
                        store.rows(
                                "SELECT \"timestamp\" AT TIME ZONE 'UTC' AS at, name, value FROM out.data JOIN out.signal ON id = signal_id"
                                        + " WHERE source = 'demo' AND turbine = 'B' AND \"timestamp\" = '2026-03-31T03:10Z' ORDER BY id"))
                .extracting(row -> row.get("at") + " " + row.get("name") + " " + row.get("value"))
                .startsWith(
                        "2026-03-31 03:10:00 wind_speed_mean 11.5",
                        "2026-03-31 03:10:00 wind_speed_min 7",
                        "2026-03-31 03:10:00 wind_speed_max 16",
                        "2026-03-31 03:10:00 wind_speed_std 3.0276503540974917");
    }

    @Test
    void aWindowSaysWhatItRestsOn() {
        assertThat(store.rows("""
                SELECT n_valid, n_expected, coverage, valid, mean, std, std_population, m2, revision, std_kind,
                       first_sample_at AT TIME ZONE 'UTC' AS first, last_sample_at AT TIME ZONE 'UTC' AS last
                  FROM out.telemetry_10min WHERE turbine = 'A' AND signal = 'wind_speed' AND window_start = '2026-03-31T04:00Z'
                """).getFirst())
                .isEqualTo(map(
                        "n_valid",
                        "1",
                        "n_expected",
                        "10",
                        "coverage",
                        "0.1",
                        "valid",
                        "f",
                        "mean",
                        "5",
                        "std",
                        null,
                        "std_population",
                        null,
                        "m2",
                        "0",
                        "revision",
                        "1",
                        "std_kind",
                        "sample",
                        "first",
                        "2026-03-31 04:03:00",
                        "last",
                        "2026-03-31 04:03:00"));
        assertThat(store.rows("""
                SELECT n_valid, coverage, valid, mean, min, max, std, first_sample_at
                  FROM out.telemetry_10min WHERE turbine = 'A' AND signal = 'power' AND window_start = '2026-03-31T15:00Z'
                """).getFirst())
                .isEqualTo(map(
                        "n_valid",
                        "0",
                        "coverage",
                        "0",
                        "valid",
                        "f",
                        "mean",
                        null,
                        "min",
                        null,
                        "max",
                        null,
                        "std",
                        null,
                        "first_sample_at",
                        null));
        assertThat(store.value("SELECT count(*) FROM out.telemetry_10min WHERE turbine = 'silent' AND coverage = 0"))
                .isEqualTo("432");
    }

    @Test
    void hoursDaysAndMonthsAreWhatTheirMinutesGive() {
        var minutes = day.values("A", "wind_speed");
        for (int hour = 0; hour < 24; hour++) {
            var row = store.rows("SELECT n_valid, n_expected, coverage, mean, min, max, std, std_population, m2 FROM"
                            + " out.telemetry_hourly WHERE turbine = 'A' AND signal = 'wind_speed' AND day = '2026-03-31'"
                            + " AND hour_start = '2026-03-31T03:00Z'::timestamptz + interval '" + hour + " hours'")
                    .getFirst();
            assertJoined(row, Arrays.copyOfRange(minutes, hour * 60, hour * 60 + 60), 60);
        }
        var columns = "SELECT n_valid, n_expected, coverage, mean, min, max, std, std_population, m2 FROM ";
        assertJoined(
                store.rows(columns + "out.telemetry_daily WHERE turbine = 'A' AND signal = 'wind_speed'"
                                + " AND day = '2026-03-31'")
                        .getFirst(),
                minutes,
                1440);
        assertJoined(
                store.rows(columns + "out.telemetry_monthly WHERE turbine = 'A' AND signal = 'wind_speed'"
                                + " AND month = '2026-03-01'")
                        .getFirst(),
                minutes,
                1440 * 31);
    }

    @Test
    void directionsAreJoinedAsVectors() {
        // the first hour is north and south in turn: no direction; the others lie around north
        assertThat(store.rows("SELECT mean, min, std, std_kind FROM out.telemetry_hourly WHERE turbine = 'A'"
                        + " AND signal = 'wind_direction' AND day = '2026-03-31' ORDER BY hour_start LIMIT 1"))
                .containsExactly(map("mean", null, "min", null, "std", null, "std_kind", null));
        var degrees = Arrays.stream(day.values("A", "wind_direction"))
                .map(Math::toRadians)
                .toArray();
        double sin = Arrays.stream(degrees).map(Math::sin).sum();
        double cos = Arrays.stream(degrees).map(Math::cos).sum();
        double expected = (Math.toDegrees(Math.atan2(sin, cos)) + 360) % 360;
        for (var view : List.of("daily", "monthly")) {
            assertThat(Double.parseDouble(store.value("SELECT mean FROM out.telemetry_" + view
                            + " WHERE turbine = 'A' AND signal = 'wind_direction' AND n_valid > 0")))
                    .as(view)
                    .isCloseTo(expected, within(1e-9));
        }
    }

    @Test
    void energyCountsCoveredTimeOnly() {
        assertThat(store.rows("""
                SELECT energy_kwh, capacity_factor, coverage, valid, rated_power_kw FROM out.telemetry_daily
                 WHERE turbine = 'A' AND signal = 'power' AND day = '2026-03-31'
                """))
                .containsExactly(map(
                        "energy_kwh",
                        "12000",
                        "capacity_factor",
                        "0.25",
                        "coverage",
                        "0.5",
                        "valid",
                        "f",
                        "rated_power_kw",
                        "4000"));
        assertThat(store.value(
                        "SELECT sum(energy_kwh) FROM out.telemetry_hourly WHERE turbine = 'A' AND day = '2026-03-31'"))
                .isEqualTo("12000");
        assertThat(store.rows("SELECT energy_kwh, capacity_factor, days FROM out.telemetry_monthly"
                        + " WHERE turbine = 'A' AND signal = 'power' AND month = '2026-03-01'"))
                .containsExactly(map("energy_kwh", "12000", "capacity_factor", "0.25", "days", "1"));
        assertThat(store.value(
                        "SELECT count(*) FROM out.telemetry_daily WHERE signal <> 'power' AND energy_kwh IS NOT NULL"))
                .isEqualTo("0");
    }

    @Test
    void aSourceOfStatisticsKeepsItsOwnDeviation() {
        // each window holds x and x + 1 in turn: the deviation given is 0.5
        assertThat(store.rows(
                        "SELECT n_valid, n_expected, coverage, mean, std, std_population, std_kind FROM out.telemetry_10min"
                                + " WHERE source = 'scada' ORDER BY window_start LIMIT 1"))
                .containsExactly(map(
                        "n_valid",
                        "1",
                        "n_expected",
                        "1",
                        "coverage",
                        "1",
                        "mean",
                        "0.5",
                        "std",
                        "0.5",
                        "std_population",
                        "0.5",
                        "std_kind",
                        "given"));
        var values = Arrays.copyOfRange(
                java.util.stream.IntStream.range(0, 1440)
                        .mapToDouble(m -> 100 * (m / 10) + m % 2)
                        .toArray(),
                0,
                60);
        double mean = Arrays.stream(values).average().orElseThrow();
        double pooled = Math.sqrt(
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / 60);
        assertThat(Double.parseDouble(store.value(
                        "SELECT std FROM out.telemetry_hourly WHERE source = 'scada' ORDER BY hour_start LIMIT 1")))
                .isCloseTo(pooled, within(1e-9 * mean));
    }

    @Test
    void theWideViewAndTheDashboardsShapeShowTheSameWindow() {
        assertThat(store.rows("""
                SELECT coverage, valid, wind_speed_mean, power_mean, power_min, power_max, ambient_temperature_mean,
                       wind_direction_n_valid
                  FROM out.telemetry_wide WHERE source = 'demo' AND turbine = 'B' AND window_start = '2026-03-31T03:00Z'
                """))
                .containsExactly(map(
                        "coverage",
                        "0",
                        "valid",
                        "f",
                        "wind_speed_mean",
                        "11.5",
                        "power_mean",
                        "4.5",
                        "power_min",
                        "0",
                        "power_max",
                        "9",
                        "ambient_temperature_mean",
                        null,
                        "wind_direction_n_valid",
                        "0"));
        assertThat(store.value("SELECT count(*) FROM out.telemetry_wide WHERE source = 'complete' AND valid"))
                .isEqualTo("144");
        var types = store.rows("""
                SELECT signal_type, value, statistics ->> signal_type AS in_json,
                       (SELECT string_agg(k, ' ' ORDER BY k) FROM jsonb_object_keys(statistics) k) AS keys
                  FROM out.telemetry_signal_type
                 WHERE source = 'demo' AND turbine = 'B' AND "timestamp" = '2026-03-31T03:00Z' ORDER BY signal_type
                """);
        assertThat(types)
                .extracting(row -> row.get("signal_type"))
                .containsExactly(
                        "power_avg",
                        "power_max",
                        "power_min",
                        "power_std",
                        "wind_speed_avg",
                        "wind_speed_max",
                        "wind_speed_min",
                        "wind_speed_std");
        assertThat(types).allSatisfy(row -> {
            assertThat(row.get("value")).isEqualTo(row.get("in_json"));
            assertThat(row.get("keys"))
                    .isEqualTo("power_avg power_max power_min power_std wind_speed_avg wind_speed_max"
                            + " wind_speed_min wind_speed_std");
        });
    }

    @Test
    void availabilityAndSilenceAreByTurbine() {
        assertThat(store.rows("""
                SELECT signals, windows_expected, windows_with_samples, windows_valid, n_expected
                  FROM out.telemetry_availability WHERE turbine = 'B' AND day = '2026-03-31'
                """))
                .containsExactly(map(
                        "signals",
                        "3",
                        "windows_expected",
                        "432",
                        "windows_with_samples",
                        "288",
                        "windows_valid",
                        "288",
                        "n_expected",
                        "4320"));
        assertThat(store.rows("""
                SELECT turbine, last_sample_at AT TIME ZONE 'UTC' AS last, silent_hours::float8 AS hours, silent
                  FROM out.telemetry_last_sample WHERE source = 'demo' ORDER BY turbine
                """))
                .extracting(row -> String.join(" ", row.get("turbine"), row.get("last"), row.get("silent")))
                .containsExactly("A 2026-04-01 02:59:00 t", "B 2026-04-02 02:59:00 f", "silent null t");
    }

    @Test
    void aConditionOnTheDayReadsOnePartition() {
        for (var view : List.of("telemetry_10min", "telemetry_wide", "telemetry_hourly", "telemetry_daily", "data")) {
            var plan = store.rows(
                    "EXPLAIN SELECT * FROM out." + view + " WHERE day BETWEEN '2026-03-30' AND '2026-03-31'");
            assertThat(plan).as(view).anyMatch(line -> line.get("QUERY PLAN").contains("telemetry_2026_03"));
            assertThat(plan).as(view).noneMatch(line -> line.get("QUERY PLAN").contains("telemetry_2026_04"));
        }
    }

    @Test
    void whyADayIsMissingIsSaidByItsDownsamplingNotByTheExportAfterIt() {
        ran("downsample-telemetry", "complete", "1/1", NEXT, 65, "the source broke its contract");
        ran("export-tableau", "complete", null, NEXT, 99, "not published yet");
        assertThat(completeness("complete", NEXT)).isEqualTo("refused: the source broke its contract");
    }

    @Test
    void ofADaysShardsTheWorstSaysWhyItIsNotPublished() {
        for (int index = 1; index <= 2; index++) {
            var draft = new DayDraft("sharded", DAY).linear("power", "kW");
            draft.shard = new Shard(index, 2);
            draft.minutes("T" + index, "power", minute -> minute).land(store);
        }
        ran("load-postgis", "sharded", "1/1", DAY, 65, "a division that is no more");
        ran("load-postgis", "sharded", "2/2", DAY, 65, "the gate refused");
        load("sharded", DAY, "1/2");
        assertThat(completeness("sharded", DAY)).isEqualTo("refused: the gate refused");
        ran("load-postgis", "sharded", "2/2", DAY, 75, "the store is not there");
        assertThat(completeness("sharded", DAY)).isEqualTo("captured: the store is not there");
        load("sharded", DAY, "2/2");
        assertThat(completeness("sharded", DAY)).isEqualTo("captured");
    }

    @Test
    void everyColumnOfEveryViewSaysWhatItIs() {
        assertThat(store.rows("""
                SELECT c.relname, a.attname FROM pg_class c
                  JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'out'
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
                 WHERE (c.relname LIKE 'telemetry%' OR c.relname IN ('signal', 'data'))
                   AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid, 'pg_class') IS NULL)
                """)).isEmpty();
        assertThat(
                        store.value(
                                "SELECT count(*) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
                                        + " WHERE c.relnamespace = 'out'::regnamespace AND a.attname = 'std'"
                                        + " AND col_description(c.oid, a.attnum) LIKE '%not the 10-minute deviation of IEC 61400-12-1%'"))
                .isEqualTo("4");
    }

    /** Gaps of all kinds: an hour of one sample, an hour without any, a window with half. */
    private static double wind(int minute) {
        if (minute >= 60 && minute < 120) {
            return minute == 63 ? 5 : Double.NaN;
        }
        if (minute >= 180 && minute < 240 || minute % 10 == 7 && minute > 600) {
            return Double.NaN;
        }
        return 9 + 4 * Math.sin(minute / 50.0) + minute * 31 % 17 / 10.0;
    }

    private static void assertJoined(Map<String, String> row, double[] minutes, int expected) {
        var values = Arrays.stream(minutes).filter(v -> !Double.isNaN(v)).toArray();
        int n = values.length;
        assertThat(row.get("n_valid")).isEqualTo(String.valueOf(n));
        assertThat(row.get("n_expected")).isEqualTo(String.valueOf(expected));
        assertThat(Double.parseDouble(row.get("coverage"))).isCloseTo((double) n / expected, within(1e-12));
        if (n == 0) {
            assertThat(row)
                    .containsEntry("mean", null)
                    .containsEntry("m2", null)
                    .containsEntry("min", null);
            return;
        }
        double mean = DoubleStream.of(values).sum() / n;
        double m2 = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
        assertThat(Double.parseDouble(row.get("mean"))).isCloseTo(mean, within(1e-9 * mean));
        assertThat(Double.parseDouble(row.get("min")))
                .isEqualTo(Arrays.stream(values).min().orElseThrow());
        assertThat(Double.parseDouble(row.get("max")))
                .isEqualTo(Arrays.stream(values).max().orElseThrow());
        if (n < 2) {
            assertThat(row).containsEntry("std", null).containsEntry("std_population", null);
        } else {
            assertThat(Double.parseDouble(row.get("std"))).isCloseTo(Math.sqrt(m2 / (n - 1)), within(1e-9 * mean));
            assertThat(Double.parseDouble(row.get("std_population"))).isCloseTo(Math.sqrt(m2 / n), within(1e-9 * mean));
        }
    }

    private static DayDraft draft(String source, LocalDate day) {
        return new DayDraft(source, day)
                .linear("wind_speed", "m/s")
                .linear("power", "kW")
                .circular("wind_direction");
    }

    private static void land(DayDraft draft) {
        draft.land(store);
        load(draft.source, draft.day, "1/1");
    }

    private static void load(String source, LocalDate day, String shard) {
        var loaded = new TaskProcess(store.environment())
                .run(
                        "load-postgis",
                        "--dataset",
                        "telemetry",
                        "--source",
                        source,
                        "--day",
                        day.toString(),
                        "--shard",
                        shard);
        assertThat(loaded.exitCode()).as(loaded.stderr()).isZero();
    }

    /** A run as the ledger has it; without a shard it is about the whole day. */
    private static void ran(String task, String source, String shard, LocalDate day, int code, String said) {
        store.execute("""
                INSERT INTO ops.task_run (task, dataset, day, run_id, forced, outcome, exit_code, started_at, duration_ms,
                    rows_read, rows_written, rows_unchanged, rows_quarantined, issues, error_message, outputs)
                VALUES ('%1$s', 'telemetry', '%4$s', 'test', false, '%5$s', %6$d, now(), 1, 0, 0, 0, 0, '{}', %7$s,
                    jsonb_strip_nulls(jsonb_build_object('source', '%2$s', 'shard', %3$s::text, 'reason', %8$s::text)))
                """.formatted(
                        task,
                        source,
                        shard == null ? "NULL" : "'" + shard + "'",
                        day,
                        code == 99 ? "nothing-new" : "failed",
                        code,
                        code == 99 ? "NULL" : "'" + said + "'",
                        code == 99 ? "'" + said + "'" : "NULL"));
    }

    private static String completeness(String source, LocalDate day) {
        return store.value("SELECT concat_ws(': ', state, reason) FROM out.completeness WHERE source = '" + source
                + "' AND day = '" + day + "'");
    }

    private static Map<String, String> map(String... pairs) {
        var map = new java.util.LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
