package dev.catavento.loadpostgis.windfleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.LandedFleet;
import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The task as a process on a real store, fed with hand-made rows. */
class LoadWindFleetIT {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
    private static final String TOUCHED =
            "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_user_tables WHERE schemaname = 'core'";

    private TestStore store;
    private LandedFleet landed;
    private TaskProcess task;

    @BeforeEach
    void newStore() {
        store = PostgisServer.shared().newStore();
        landed = new LandedFleet(store);
        task = new TaskProcess(store.environment());
    }

    @Test
    void theFirstLoadPublishesAndASecondDoesNothing() {
        landed.land(DAY, fleet(100));
        var first = load(DAY);
        assertThat(first.exitCode()).isZero();
        assertThat(first.report().at("/rows/written").asInt()).isEqualTo(100);
        assertThat(first.report().at("/outputs/operating_mw").asDouble()).isEqualTo(420.0);
        assertThat(store.value("SELECT count(*) FROM out.wind_turbine")).isEqualTo("100");
        var touched = touched();
        var second = load(DAY);
        assertThat(second.exitCode()).isEqualTo(99);
        assertThat(second.report().at("/outputs/reason").asText())
                .isEqualTo("2026-01-10 is published already, as release 1");
        assertThat(touched()).isEqualTo(touched);
    }

    @Test
    void forcedAgainNothingInCoreIsTouched() {
        landed.land(DAY, fleet(100));
        load(DAY);
        var touched = touched();
        var forced = load(DAY, "--force");
        assertThat(forced.exitCode()).isZero();
        assertThat(forced.report().at("/rows/unchanged").asInt()).isEqualTo(100);
        assertThat(touched()).isEqualTo(touched);
    }

    @Test
    void aConfirmedDayIsPublishedWithoutTouchingCore() {
        long snapshot = landed.land(DAY, fleet(100));
        load(DAY);
        var touched = touched();
        landed.confirm(DAY.plusDays(1), snapshot);
        assertThat(load(DAY.plusDays(1)).exitCode()).isZero();
        assertThat(touched()).isEqualTo(touched);
        assertThat(store.value("SELECT string_agg(day::text, ' ' ORDER BY release_id) FROM out.release"))
                .isEqualTo("2026-01-10 2026-01-11");
    }

    @Test
    void aFailedLoadIsMadeGoodByTheNextDayThoughTheSourceDidNotChange() {
        long snapshot = landed.land(DAY, fleet(100));
        var broken = task.with("CATAVENTO_DB_PASSWORD_LOAD", "wrong")
                .run("load-postgis", "--dataset", "wind_fleet", "--day", DAY.toString());
        assertThat(broken.exitCode()).isEqualTo(1);
        landed.confirm(DAY.plusDays(1), snapshot);
        assertThat(load(DAY.plusDays(1)).exitCode()).isZero();
        assertThat(store.value("SELECT count(*) FROM out.wind_turbine")).isEqualTo("100");
    }

    @Test
    void objectIdsPlayNoPart() {
        landed.land(DAY, fleet(100));
        load(DAY);
        var before = store.rows("SELECT turbine_id, designation FROM core.wind_turbine ORDER BY 1");
        var renumbered = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            renumbered.add(feature(i).with("OBJECTID", String.valueOf(5000 - i)).json());
        }
        landed.land(DAY.plusDays(1), renumbered);
        var report = load(DAY.plusDays(1)).report();
        assertThat(report.at("/rows/unchanged").asInt()).isEqualTo(100);
        assertThat(store.rows("SELECT turbine_id, designation FROM core.wind_turbine ORDER BY 1"))
                .isEqualTo(before);
        assertThat(store.value("SELECT min(object_id) FROM out.wind_turbine")).isEqualTo("4901");
    }

    @Test
    void changesAreWrittenAndNothingElse() {
        landed.land(DAY, fleet(100));
        load(DAY);
        var next = new ArrayList<>(fleet(100));
        next.set(3, feature(3).with("PROPRIETARIO", "\"Another S.A.\"").json());
        next.set(4, feature(4).at(-42.496, -12.5003).json());
        next.remove(99);
        next.add(feature(200).json());
        landed.land(DAY.plusDays(1), next);
        var report = load(DAY.plusDays(1)).report();
        assertThat(report.at("/outputs/added").asInt()).isEqualTo(1);
        assertThat(report.at("/outputs/changed").asInt()).isEqualTo(2);
        assertThat(report.at("/outputs/removed").asInt()).isEqualTo(1);
        assertThat(store.value("SELECT count(*) FROM core.wind_turbine WHERE valid_from_day = '2026-01-11'"))
                .isEqualTo("3");
    }

    @Test
    void aTurbineThatComesBackIsTheSameOne() {
        landed.land(DAY, fleet(100));
        load(DAY);
        var id = store.value("SELECT turbine_id FROM core.wind_turbine WHERE designation = 'AEG 7'");
        var without = new ArrayList<>(fleet(100));
        without.remove(7);
        landed.land(DAY.plusDays(1), without);
        load(DAY.plusDays(1));
        assertThat(store.value("SELECT count(*) FROM core.wind_turbine")).isEqualTo("99");
        landed.land(DAY.plusDays(2), fleet(100));
        load(DAY.plusDays(2));
        assertThat(store.value("SELECT turbine_id FROM core.wind_turbine WHERE designation = 'AEG 7'"))
                .isEqualTo(id);
    }

    @Test
    void aRowInQuarantineKeepsItsTurbineAndIsKeptWhole() {
        landed.land(DAY, fleet(200));
        load(DAY);
        var before = store.rows("SELECT * FROM core.wind_turbine WHERE designation IN ('AEG 5', 'AEG 6') ORDER BY 1");
        var next = new ArrayList<>(fleet(200));
        next.set(5, feature(5).nowhere().json());
        next.set(6, feature(6).at(-12.5, -42.494).json());
        landed.land(DAY.plusDays(1), next);
        var report = load(DAY.plusDays(1)).report();
        assertThat(report.at("/rows/quarantined").asInt()).isEqualTo(2);
        assertThat(store.rows("SELECT * FROM core.wind_turbine WHERE designation IN ('AEG 5', 'AEG 6') ORDER BY 1"))
                .isEqualTo(before);
        assertThat(store.rows("SELECT object_id, source_row ->> 'DEN_AEG' AS name, kept_turbine_id IS NOT NULL AS kept"
                        + " FROM ops.quarantined_row ORDER BY 1"))
                .containsExactly(
                        Map.of("object_id", "5", "name", "AEG 5", "kept", "t"),
                        Map.of("object_id", "6", "name", "AEG 6", "kept", "t"));
        assertThat(store.value(
                        "SELECT count(*) FROM out.data_issue WHERE rule = 'row-unplaced' AND severity = 'error'"))
                .isEqualTo("2");
    }

    @Test
    void aRowWithoutPlaceKeepsItsTurbineThoughOthersBearItsName() {
        var sameName = new ArrayList<>(fleet(200));
        for (int i = 0; i < 6; i++) {
            sameName.set(i, namesake(i).json());
        }
        landed.land(DAY, sameName);
        load(DAY);
        var before = store.rows("SELECT * FROM core.wind_turbine WHERE designation = 'AEG02' ORDER BY turbine_id");
        assertThat(before).hasSize(6);
        sameName.set(2, namesake(2).nowhere().json());
        landed.land(DAY.plusDays(1), sameName);
        assertThat(load(DAY.plusDays(1)).exitCode()).isZero();
        assertThat(store.rows("SELECT * FROM core.wind_turbine WHERE designation = 'AEG02' ORDER BY turbine_id"))
                .isEqualTo(before);
    }

    @Test
    void severalUnplacedRowsOfOneNameAreSeveralIssuesAndForceChangesNone() {
        var odd = new ArrayList<>(fleet(300));
        odd.set(0, namesake(0).at(-12.5, -42.5).json());
        odd.set(1, namesake(0).at(-12.6, -42.5).json());
        landed.land(DAY, odd);
        load(DAY);
        var issues =
                "SELECT subject_id, original_value, evidence FROM out.data_issue WHERE rule = 'row-unplaced' ORDER BY 2";
        var first = store.rows(issues);
        assertThat(first).hasSize(2);
        load(DAY, "--force");
        assertThat(store.rows(issues)).isEqualTo(first);
    }

    @Test
    void aRunThatWasKilledMayStillBeAtWorkInTheStore() throws Exception {
        landed.land(DAY, fleet(100));
        try (var other = store.superuser();
                var statement = other.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('catavento transaction load wind_fleet', 0))");
            var locked = load(DAY);
            assertThat(locked.exitCode()).isEqualTo(75);
            assertThat(locked.report().at("/error/kind").asText()).isEqualTo("locked");
        }
        assertThat(load(DAY).exitCode()).isZero();
    }

    @Test
    void aPasswordInAnAddressIsNotShown() {
        for (var url : List.of(
                "postgresql://u:hunter2@h/db",
                "jdbc:postgresql://u:hunter2@h/db",
                "jdbc:postgresql:x?password=hunter2")) {
            var ended = task.with("CATAVENTO_DB_URL", url).run("load-postgis", "--dataset", "wind_fleet");
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.stdout() + ended.stderr()).doesNotContain("hunter2");
        }
    }

    @Test
    void theGateRefusesAndNothingChangesUntilItIsOverridden() {
        landed.land(DAY, fleet(100));
        load(DAY);
        var touched = touched();
        landed.land(DAY.plusDays(1), fleet(90));
        var refused = load(DAY.plusDays(1));
        assertThat(refused.exitCode()).isEqualTo(65);
        assertThat(refused.report().at("/error/message").asText())
                .isEqualTo("not published: the fleet has 90 turbines, the last one had 100 (-10.0 %);"
                        + " the limits are -5 % and +20 %");
        assertThat(refused.stderr().lines().filter(line -> line.contains("\"ERROR\"")))
                .hasSize(1);
        assertThat(touched()).isEqualTo(touched);
        assertThat(store.value("SELECT state FROM out.completeness WHERE day = '2026-01-11'"))
                .isEqualTo("refused");
        var overridden = load(DAY.plusDays(1), "--override-gate", "ANEEL announced the removal");
        assertThat(overridden.exitCode()).isZero();
        assertThat(store.value("SELECT override_reason FROM out.release ORDER BY release_id DESC LIMIT 1"))
                .isEqualTo("ANEEL announced the removal");
    }

    @Test
    void tooManyUnplacedRowsAreRefused() {
        var swapped = IntStream.range(0, 100)
                .mapToObj(i -> (i < 2 ? feature(i).at(-12.5, -42.5) : feature(i)).json())
                .toList();
        landed.land(DAY, swapped);
        var refused = load(DAY);
        assertThat(refused.exitCode()).isEqualTo(65);
        assertThat(refused.report().at("/outputs/quarantine_examples").asText()).contains("the other way round");
        assertThat(store.value("SELECT count(*) FROM core.wind_turbine")).isEqualTo("0");
    }

    @Test
    void anOlderDayStaysLandedAndEndsWith99() {
        landed.land(DAY, fleet(100));
        landed.land(DAY.minusDays(1), fleet(99));
        load(DAY);
        var older = load(DAY.minusDays(1));
        assertThat(older.exitCode()).isEqualTo(99);
        assertThat(older.report().at("/outputs/reason").asText())
                .isEqualTo("a newer day is published already (2026-01-10); 2026-01-09 stays landed in raw");
        var missing = load(DAY.plusDays(3));
        assertThat(missing.exitCode()).isEqualTo(99);
        assertThat(missing.report().at("/outputs/reason").asText()).startsWith("no capture of 2026-01-13");
    }

    @Test
    void issuesLiveFromTheFirstDayTheyAreSeenToTheDayTheyAreGone() {
        var odd = new ArrayList<>(fleet(100));
        odd.set(1, feature(1).with("POT_MW", "4200").json());
        landed.land(DAY, odd);
        load(DAY);
        landed.land(DAY.plusDays(1), odd);
        load(DAY.plusDays(1));
        assertThat(life()).isEqualTo("power-in-kw 4200 4.2 2026-01-10 2026-01-11 -");
        assertThat(store.value("SELECT rated_power_kw || ' ' || pot_mw_original || ' ' || quality_flags || ' '"
                        + " || issue_count || ' ' || worst_severity FROM out.wind_turbine WHERE designation = 'AEG 1'"))
                .isEqualTo("4200 4200 power-in-kw 1 info");
        landed.land(DAY.plusDays(2), fleet(100));
        load(DAY.plusDays(2));
        assertThat(life()).isEqualTo("power-in-kw 4200 4.2 2026-01-10 2026-01-11 2026-01-12");
    }

    private String life() {
        return store.value("SELECT concat_ws(' ', rule, original_value, result_value, first_seen_day, last_seen_day,"
                + " coalesce(resolved_day::text, '-')) FROM out.data_issue");
    }

    private String touched() {
        store.value("SELECT pg_stat_force_next_flush()");
        store.execute("SELECT pg_stat_clear_snapshot()");
        return store.value(TOUCHED);
    }

    private TaskProcess.Ended load(LocalDate day, String... more) {
        var arguments = new ArrayList<>(List.of("--dataset", "wind_fleet", "--day", day.toString()));
        arguments.addAll(List.of(more));
        return task.run("load-postgis", arguments.toArray(String[]::new));
    }

    private static SigelFeature feature(int i) {
        return SigelFeature.of(1 + i / 50, "AEG " + i, i);
    }

    private static SigelFeature namesake(int i) {
        return SigelFeature.of(1, "AEG02", i);
    }

    private static List<String> fleet(int size) {
        return IntStream.range(0, size).mapToObj(i -> feature(i).json()).toList();
    }
}
