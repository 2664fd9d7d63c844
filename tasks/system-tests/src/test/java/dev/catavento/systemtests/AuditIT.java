package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.testsupport.LandedFleet;
import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who triggered, forced and overrode: in the store, written by the deed itself, and never changed. */
class AuditIT {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private TestStore store;
    private TaskProcess task;

    @BeforeEach
    void aLandedDay() {
        store = PostgisServer.shared().newStore();
        new LandedFleet(store).land(DAY, fleet(200));
        task = new TaskProcess(store.environment());
    }

    @Test
    void aPersonsRunIsAnActionOnceARunAndTheSchedulesIsNone() {
        load(DAY, "--run-id", "scheduled__1", "--requested-by", "schedule", "--log-url", "http://ui/log");
        assertThat(audit()).isEmpty();
        assertThat(store.value("SELECT requested_by || ' ' || log_url FROM out.task_run"))
                .isEqualTo("schedule http://ui/log");
        load(DAY, "--run-id", "manual__2", "--requested-by", "ana");
        load(DAY, "--run-id", "manual__2", "--requested-by", "ana");
        assertThat(audit()).containsExactly("ana triggered load-postgis wind_fleet 2026-03-01 manual__2 -");
    }

    @Test
    void forceIsAnActionWhoeverAsks() {
        load(DAY, "--force", "--run-id", "r", "--requested-by", "rui");
        assertThat(audit())
                .containsExactly(
                        "rui triggered load-postgis wind_fleet 2026-03-01 r -",
                        "rui forced load-postgis wind_fleet 2026-03-01 r -");
        load(DAY, "--force", "--run-id", "s");
        assertThat(audit().getLast()).isEqualTo("unknown forced load-postgis wind_fleet 2026-03-01 s -");
    }

    @Test
    void theEnvironmentNamesWhoRunsATaskByHand() {
        task = task.with("CATAVENTO_REQUESTED_BY", "bia");
        load(DAY, "--run-id", "by-hand");
        assertThat(audit()).containsExactly("bia triggered load-postgis wind_fleet 2026-03-01 by-hand -");
    }

    @Test
    void anOverriddenGateIsKeptWithItsReasonAndTheLoginThatDidIt() {
        load(DAY, "--run-id", "r1", "--requested-by", "schedule");
        var next = DAY.plusDays(1);
        new LandedFleet(store).land(next, fleet(20));
        var refused = run(next, "--run-id", "r2", "--requested-by", "schedule");
        assertThat(refused.exitCode()).as(refused.stderr()).isEqualTo(65);
        assertThat(audit()).isEmpty();
        load(next, "--run-id", "r3", "--requested-by", "ana", "--override-gate", "ANEEL confirmed it");
        assertThat(audit())
                .containsExactly(
                        "ana override-gate load-postgis wind_fleet 2026-03-02 r3 ANEEL confirmed it",
                        "ana triggered load-postgis wind_fleet 2026-03-02 r3 -");
        assertThat(store.value("SELECT DISTINCT db_login FROM out.audit")).isEqualTo("test_load");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE ops.audit SET actor = 'other'", "DELETE FROM ops.audit", "TRUNCATE ops.audit"})
    void nobodyChangesARowNotEvenTheOwner(String statement) {
        load(DAY, "--run-id", "r", "--requested-by", "ana");
        assertThatThrownBy(() -> store.execute("SET ROLE catavento_migrate; " + statement))
                .hasStackTraceContaining("ops.audit is only added to");
        assertThatThrownBy(() -> store.execute(statement)).hasStackTraceContaining("ops.audit is only added to");
        assertThat(audit()).hasSize(1);
    }

    private void load(LocalDate day, String... more) {
        var ended = run(day, more);
        assertThat(ended.exitCode()).as(ended.stderr()).isIn(0, 99);
        assertThat(ended.report().at("/in_store").asBoolean()).isTrue();
    }

    private TaskProcess.Ended run(LocalDate day, String... more) {
        return task.run("load-postgis", Chain.arguments("load-postgis", day, more));
    }

    private List<String> audit() {
        return store
                .rows("SELECT concat_ws(' ', actor, action, task, dataset, day, run_id, coalesce(reason, '-')) AS row"
                        + " FROM out.audit ORDER BY audit_id")
                .stream()
                .map(row -> row.get("row"))
                .toList();
    }

    private static List<String> fleet(int turbines) {
        return IntStream.rangeClosed(1, turbines)
                .mapToObj(n -> """
                        {"attributes":{"OBJECTID":%1$d,"POT_MW":4.2,"NOME_EOL":"Vento","DEN_AEG":"VT-%1$d","EOL_VERSAO_ID":7,
                        "ALT_TOTAL":200,"ALT_TORRE":120,"DIAM_ROTOR":150,"OPERACAO":"Sim","UF":"BA"},
                        "geometry":{"x":%2$s,"y":-10.5}}
                        """.formatted(n, -41 + n * 0.005).replace("\n", ""))
                .toList();
    }
}
