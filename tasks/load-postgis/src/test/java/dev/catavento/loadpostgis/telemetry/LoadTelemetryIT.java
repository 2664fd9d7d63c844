package dev.catavento.loadpostgis.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.domain.telemetry.Shard;
import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The task as a process on a real store: what a first load, a second and one of late data leave there. */
class LoadTelemetryIT {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    /** Everything a row says, but for the numbers that stand for turbines and the instants of loading. */
    private static final String CONTENT = """
            SELECT md5(string_agg(row::text, E'\\n' ORDER BY row::text)) FROM (
                SELECT source, turbine, signal, window_start, n_valid, mean, min, max, m2, first_sample_at, last_sample_at,
                       revision FROM out.telemetry_10min) row
            """;

    private TestStore store;
    private TaskProcess task;

    @BeforeEach
    void newStore() {
        store = PostgisServer.shared().newStore();
        task = new TaskProcess(store.environment());
    }

    @Test
    void theFirstLoadPublishesAndASecondDoesNothing() {
        plant("demo", DAY, 3).land(store);
        var first = load("demo", DAY);
        assertThat(first.exitCode()).as(first.stderr()).isZero();
        assertThat(first.report().at("/rows/read").asInt()).isEqualTo(3 * 144);
        assertThat(first.report().at("/rows/written").asInt()).isEqualTo(3 * 3 * 144);
        assertThat(first.report().at("/outputs/samples").asInt()).isEqualTo(3 * 3 * 1440);
        assertThat(store.value("SELECT count(*) FROM out.telemetry_10min WHERE day = '2026-03-10' AND valid"))
                .isEqualTo("1296");
        var touched = touched();
        var second = load("demo", DAY);
        assertThat(second.exitCode()).isEqualTo(99);
        assertThat(second.report().at("/outputs/reason").asText())
                .isEqualTo("2026-03-10 of demo is published already, as release 1");
        assertThat(touched()).isEqualTo(touched);
    }

    @Test
    void theSameStatisticsLandedAgainAreNothingNew() {
        plant("demo", DAY, 1).land(store);
        load("demo", DAY);
        plant("demo", DAY, 1).mapped("T001", UUID.randomUUID(), 5000.0).land(store);
        var again = load("demo", DAY);
        assertThat(again.exitCode()).isEqualTo(99);
        assertThat(store.value("SELECT count(*) FROM out.release")).isEqualTo("1");
        assertThat(store.value("SELECT max(rated_power_kw) FROM out.telemetry_daily WHERE signal = 'power'"))
                .isEqualTo("5000");
    }

    @Test
    void forcedAgainNoRowIsTouched() {
        plant("demo", DAY, 2).land(store);
        load("demo", DAY);
        var rows = store.rows("SELECT xmin, ctid FROM core.telemetry ORDER BY turbine_key, signal_key");
        var forced = load("demo", DAY, "--force");
        assertThat(forced.exitCode()).isZero();
        assertThat(forced.report().at("/rows/written").asInt()).isZero();
        assertThat(forced.report().at("/rows/unchanged").asInt()).isEqualTo(2 * 3 * 144);
        assertThat(store.rows("SELECT xmin, ctid FROM core.telemetry ORDER BY turbine_key, signal_key"))
                .isEqualTo(rows);
    }

    @Test
    void lateDataTouchTheirWindowsAndNoOther() {
        plant("demo", DAY, 3).land(store);
        load("demo", DAY);
        var before = windows();
        late(plant("demo", DAY, 3)).land(store);
        var second = load("demo", DAY);
        assertThat(second.exitCode()).as(second.stderr()).isZero();
        assertThat(second.report().at("/outputs/windows_changed").asInt()).isEqualTo(8);
        assertThat(second.report().at("/outputs/windows_withdrawn").asInt()).isEqualTo(1);
        assertThat(second.report().at("/outputs/samples_lost").asInt()).isEqualTo(20);
        assertThat(store.value("""
                SELECT string_agg(turbine || ' ' || signal || ' ' || window_of_day, ', '
                                  ORDER BY turbine, signal, window_of_day)
                  FROM out.telemetry_10min WHERE revision = 2 AND revised_at > now() - interval '1 hour'
                """))
                .isEqualTo("T001 power 10, T001 power 20, T001 power 143, T001 wind_speed 0, T001 wind_speed 1, "
                        + "T002 ambient_temperature 70, T002 wind_speed 5, T003 power 101");
        assertThat(store.value("SELECT max(revision) FROM out.telemetry_10min")).isEqualTo("2");
        assertThat(store.value("SELECT count(*) FROM out.telemetry_10min")).isEqualTo("1295");
        assertThat(store.value("SELECT count(*) FROM out.telemetry_10min WHERE turbine = 'T003' AND signal = 'power'"
                        + " AND window_of_day = 100"))
                .isEqualTo("0");
        var untouched = windows();
        untouched.retainAll(before);
        assertThat(untouched).hasSize(1296 - 9);
        // a third run changes nothing
        late(plant("demo", DAY, 3)).land(store);
        var content = store.value(CONTENT);
        assertThat(load("demo", DAY).exitCode()).isEqualTo(99);
        assertThat(store.value(CONTENT)).isEqualTo(content);
        // the late data are taken back: a further revision, and the withdrawn window is there again
        plant("demo", DAY, 3).land(store);
        assertThat(load("demo", DAY).exitCode()).isZero();
        assertThat(store.value("SELECT count(*) FROM out.telemetry_10min WHERE revision = 3"))
                .isEqualTo("9");
        assertThat(store.value("SELECT count(*) FROM out.telemetry_10min")).isEqualTo("1296");
    }

    /** Seven minutes change and twenty vanish: ten of them a whole window, ten of them the half of two windows. */
    private static DayDraft late(DayDraft draft) {
        draft.set("T001", "wind_speed", 0, 30).set("T001", "wind_speed", 19, 30);
        draft.set("T001", "power", 105, 1).set("T001", "power", 200, 1).set("T001", "power", 1439, 1);
        draft.set("T002", "wind_speed", 55, 30).set("T002", "ambient_temperature", 700, 30);
        for (int minute = 1000; minute < 1010; minute++) {
            draft.set("T003", "power", minute, Double.NaN);
        }
        for (int minute = 1010; minute < 1020; minute++) {
            draft.set("T003", "power", minute, minute < 1019 ? Double.NaN : draft.values("T003", "power")[minute]);
        }
        return draft.set("T001", "power", 106, Double.NaN);
    }

    @Test
    void aChangeThatAltersNoStatisticIsNoRevision() {
        plant("demo", DAY, 1)
                .minutes("T001", "wind_speed", minute -> minute % 2 == 0 ? 0.0 : 8.0)
                .land(store);
        load("demo", DAY);
        plant("demo", DAY, 1)
                .minutes("T001", "wind_speed", minute -> minute % 2 == 0 ? -0.0 : 8.0)
                .land(store);
        assertThat(load("demo", DAY, "--force").exitCode()).isZero();
        assertThat(store.value("SELECT max(revision) FROM out.telemetry_10min")).isEqualTo("1");
    }

    @Test
    void aDayThatLosesMoreThanATwentiethIsRefusedUnlessOverridden() {
        plant("demo", DAY, 2).land(store);
        load("demo", DAY);
        var content = store.value(CONTENT);
        var half = plant("demo", DAY, 2);
        for (int minute = 0; minute < 500; minute++) {
            half.set("T001", "power", minute, Double.NaN);
        }
        half.land(store);
        var refused = load("demo", DAY);
        assertThat(refused.exitCode()).isEqualTo(65);
        assertThat(refused.report().at("/error/kind").asText()).isEqualTo("publish-refused");
        assertThat(refused.report().at("/error/message").asText())
                .isEqualTo("not published: the day would lose 500 of the 8,640 samples it rests on (5.8 %);"
                        + " the limit is 5 %");
        assertThat(store.value(CONTENT)).isEqualTo(content);
        assertThat(store.value("SELECT state FROM out.completeness WHERE dataset = 'telemetry' AND day = '2026-03-10'"))
                .isEqualTo("captured");
        var overridden =
                load("demo", DAY, "--override-gate", "the tower was struck by lightning", "--requested-by", "ana");
        assertThat(overridden.exitCode()).as(overridden.stderr()).isZero();
        assertThat(store.value("SELECT n_valid FROM out.telemetry_daily WHERE turbine = 'T001' AND signal = 'power'"))
                .isEqualTo("940");
        assertThat(store.rows("SELECT actor, action, reason FROM out.audit WHERE action = 'override-gate'"))
                .isEqualTo(List.of(java.util.Map.of(
                        "actor", "ana", "action", "override-gate", "reason", "the tower was struck by lightning")));
        assertThat(store.value("SELECT override_reason FROM out.release ORDER BY release_id DESC LIMIT 1"))
                .isEqualTo("the tower was struck by lightning");
    }

    @Test
    void aWithdrawnDayDisappearsFromTheViews() {
        plant("demo", DAY, 2).land(store);
        load("demo", DAY);
        new DayDraft("demo", DAY)
                .linear("wind_speed", "m/s")
                .linear("power", "kW")
                .linear("ambient_temperature", "°C")
                .turbine("T001")
                .land(store);
        assertThat(load("demo", DAY).exitCode()).isEqualTo(65);
        assertThat(load("demo", DAY, "--override-gate", "gone").exitCode()).isZero();
        for (var view : List.of(
                "telemetry_10min",
                "telemetry_wide",
                "telemetry_hourly",
                "telemetry_daily",
                "telemetry_monthly",
                "telemetry_availability",
                "data")) {
            assertThat(store.value("SELECT count(*) FROM out." + view)).as(view).isEqualTo("0");
        }
        plant("demo", DAY, 2).land(store);
        assertThat(load("demo", DAY).exitCode()).isZero();
        assertThat(store.value(
                        "SELECT count(*) FILTER (WHERE revision = 3) || ' of ' || count(*) FROM out.telemetry_10min"))
                .isEqualTo("864 of 864");
    }

    @Test
    void anEmptyDayIsPublishedAsEmpty() {
        new DayDraft("demo", DAY)
                .linear("wind_speed", "m/s")
                .linear("power", "kW")
                .turbine("T001")
                .land(store);
        var loaded = load("demo", DAY);
        assertThat(loaded.exitCode()).isZero();
        assertThat(loaded.report().at("/outputs/samples").asInt()).isZero();
        assertThat(store.rows("SELECT DISTINCT n_valid, coverage, valid, mean FROM out.telemetry_10min"))
                .hasSize(1)
                .first()
                .satisfies(row -> assertThat(row).containsEntry("n_valid", "0").containsEntry("mean", null));
        assertThat(store.value("SELECT count(*) FROM out.data")).isEqualTo("0");
    }

    @Test
    void shardsStandForThemselvesAndAnotherDivisionReplacesThem() {
        var whole = plant("demo", DAY, 4);
        whole.land(store);
        load("demo", DAY);
        var content = store.value(CONTENT);
        var one = plant("demo", DAY, 4).without("T003").without("T004");
        one.shard = new Shard(1, 2);
        one.land(store);
        var two = plant("demo", DAY, 4).without("T001").without("T002").without("T004");
        two.shard = new Shard(2, 2);
        two.land(store);
        assertThat(load("demo", DAY, "--shard", "1/2").exitCode()).isZero();
        assertThat(store.value(CONTENT)).isEqualTo(content);
        assertThat(store.value("SELECT max(revision) FROM out.telemetry_10min")).isEqualTo("1");
        // with the second half the division is whole: T004 is in none of its shards
        var refused = load("demo", DAY, "--shard", "2/2");
        assertThat(refused.exitCode()).as(refused.stderr()).isEqualTo(65);
        assertThat(load("demo", DAY, "--shard", "2/2", "--override-gate", "dismantled")
                        .exitCode())
                .isZero();
        assertThat(store.value("SELECT string_agg(DISTINCT turbine, ' ') FROM out.telemetry_10min"))
                .isEqualTo("T001 T002 T003");
        assertThat(load("demo", DAY, "--shard", "1/2").exitCode()).isEqualTo(99);
        assertThat(store.value("SELECT count(*) FROM out.completeness WHERE source = 'demo' AND published IS NOT NULL"))
                .isEqualTo("1");
    }

    @Test
    void aSignalThatChangesItsUnitIsRefused() {
        plant("demo", DAY, 1).land(store);
        load("demo", DAY);
        new DayDraft("demo", DAY.plusDays(1))
                .linear("power", "MW")
                .minutes("T001", "power", minute -> 1)
                .land(store);
        var refused = load("demo", DAY.plusDays(1));
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.report().at("/error/message").asText())
                .isEqualTo("signal power of source demo was published in kW and comes in MW");
    }

    @Test
    void aTurbineInTwoSourcesIsAnIssueAndBothStay() {
        var id = UUID.fromString("00000000-0000-4000-8000-000000000001");
        plant("demo", DAY, 1).mapped("T001", id, 4200.0).land(store);
        plant("other", DAY, 1).mapped("T001", id, 4200.0).land(store);
        load("demo", DAY);
        assertThat(load("other", DAY)
                        .report()
                        .at("/issues/turbine-in-two-sources")
                        .asInt())
                .isEqualTo(1);
        assertThat(store.rows("SELECT rule, severity, subject_id, evidence FROM out.data_issue"))
                .isEqualTo(List.of(new java.util.LinkedHashMap<>(java.util.Map.of(
                        "rule",
                        "turbine-in-two-sources",
                        "severity",
                        "warning",
                        "subject_id",
                        "other/T001",
                        "evidence",
                        id + " is also demo/T001"))));
        assertThat(store.value("SELECT count(DISTINCT source) FROM out.telemetry_10min"))
                .isEqualTo("2");
    }

    @Test
    void issuesLiveFromTheFirstToTheLastDayThatShowsThem() {
        for (int i : List.of(0, 1, 3, 2)) { // day 2 comes late
            var draft = plant("demo", DAY.plusDays(i), 1);
            if (i < 2) {
                draft.issue("duplicate-differs", "warning", "T001", "power", 3, "08:00 10 and 11");
            }
            if (i == 2) {
                draft.issue("stuck-sensor", "warning", "T001", "wind_speed", 60, "8.1 for 60 minutes");
            }
            draft.land(store);
            assertThat(load("demo", DAY.plusDays(i)).exitCode()).isZero();
        }
        assertThat(store
                        .rows("SELECT rule, field, first_seen_day, last_seen_day, resolved_day, evidence"
                                + " FROM out.data_issue ORDER BY rule")
                        .stream()
                        .map(row -> String.join(" | ", row.values())))
                .containsExactly(
                        "duplicate-differs | power | 2026-03-10 | 2026-03-11 | 2026-03-12 | 3 samples, the first at"
                                + " 2026-03-11T03:00:00Z: 08:00 10 and 11",
                        "stuck-sensor | wind_speed | 2026-03-12 | 2026-03-12 | 2026-03-13 | 60 samples, the first at"
                                + " 2026-03-12T03:00:00Z: 8.1 for 60 minutes");
    }

    @Test
    void completenessHasARowForEachSourceAndDay() {
        plant("demo", DAY, 1).land(store);
        load("demo", DAY);
        plant("demo", DAY.plusDays(2), 1).land(store);
        assertThat(store
                        .rows("SELECT day, state, expected, received, published, reason FROM out.completeness"
                                + " WHERE source = 'demo' AND day <= '2026-03-12' ORDER BY day")
                        .stream()
                        .map(row -> Stream.of("day", "state", "expected", "received", "published", "reason")
                                .map(row::get)
                                .toList()))
                .containsExactly(
                        java.util.Arrays.asList("2026-03-10", "captured", "4320", "4320", "4320", null),
                        java.util.Arrays.asList("2026-03-11", "missing", null, null, null, "no run asked for this day"),
                        java.util.Arrays.asList("2026-03-12", "captured", "4320", "4320", null, "not loaded yet"));
    }

    @Test
    void whatWasNotLandedIsNothingToDoAndBadUsageIsSaid() {
        assertThat(load("demo", DAY).exitCode()).isEqualTo(99);
        assertThat(task.run("load-postgis", "--dataset", "telemetry", "--day", DAY.toString())
                        .exitCode())
                .isEqualTo(2);
        assertThat(load("demo", DAY, "--shard", "3/2").exitCode()).isEqualTo(2);
        assertThat(task.run("load-postgis", "--dataset", "wind_fleet", "--source", "demo")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void aDamagedBlobIsNamedAndNothingIsPublished() {
        long id = plant("demo", DAY, 1).land(store);
        store.execute("UPDATE raw.telemetry_statistics SET body = overlay(body PLACING '\\x00' FROM 9)");
        var damaged = load("demo", DAY);
        assertThat(damaged.exitCode()).isEqualTo(65);
        assertThat(damaged.report().at("/error/message").asText())
                .contains("blob 1 of telemetry_day " + id + " has another content than it was landed with");
        store.execute("UPDATE raw.telemetry_statistics SET sha256 = sha256(substring(body FOR 99)),"
                + " body = substring(body FOR 99)");
        var torn = load("demo", DAY);
        assertThat(torn.exitCode()).isEqualTo(65);
        assertThat(torn.report().at("/error/kind").asText()).isEqualTo("store-damaged");
        assertThat(
                        store.value(
                                "SELECT state || ': ' || reason FROM out.completeness WHERE source = 'demo' AND day = '2026-03-10'"))
                .startsWith("refused: ");
        assertThat(store.value("SELECT count(*) FROM core.telemetry")).isEqualTo("0");
    }

    /** Turbines T001, T002 …, each with three signals, whole days, something else each minute. */
    @Test
    void twoBlobsAtMostLieBesideTheTask(@TempDir Path folder) throws Exception {
        var draft = plant("demo", DAY, 120);
        draft.turbinesInABlob = 1;
        draft.land(store);
        var running = task.with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + folder)
                .start("load-postgis", "--dataset", "telemetry", "--source", "demo", "--day", DAY.toString());
        long most = 0;
        while (running.process().isAlive()) {
            most = Math.max(most, blobs(folder));
            Thread.sleep(1);
        }
        var ended = task.await(running);
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(store.value("SELECT count(*) FROM out.telemetry_10min")).isEqualTo("" + 120 * 3 * 144);
        assertThat(most).isBetween(1L, 2L);
        assertThat(folder).isEmptyDirectory();
    }

    private static long blobs(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).count();
        } catch (UncheckedIOException removedMeanwhile) {
            return 0;
        }
    }

    private static DayDraft plant(String source, LocalDate day, int turbines) {
        var draft = new DayDraft(source, day)
                .linear("wind_speed", "m/s")
                .linear("power", "kW")
                .linear("ambient_temperature", "°C");
        draft.turbinesInABlob = 2;
        for (int t = 1; t <= turbines; t++) {
            var name = "T%03d".formatted(t);
            double own = t;
            draft.minutes(name, "wind_speed", minute -> 8 + own + Math.sin(minute / 30.0));
            draft.minutes(name, "power", minute -> 1000 + 100 * own + minute % 7);
            draft.minutes(name, "ambient_temperature", minute -> 25 + own / 10 + minute / 1440.0);
        }
        return draft;
    }

    private List<String> windows() {
        return new java.util.ArrayList<>(store.rows("SELECT t::text AS row FROM out.telemetry_10min t").stream()
                .map(row -> row.get("row"))
                .toList());
    }

    private String touched() {
        store.execute("SELECT pg_stat_force_next_flush()");
        return store.value(
                "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables WHERE schemaname = 'core'");
    }

    private TaskProcess.Ended load(String source, LocalDate day, String... more) {
        var arguments = Stream.concat(
                        Stream.of("--dataset", "telemetry", "--source", source, "--day", day.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        return task.run("load-postgis", arguments);
    }
}
