package dev.catavento.maintainstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs the ledger loses after 90 days, and that nothing which rests on runs says anything else afterwards. */
class IdleRunsIT {
    private static final String COMPLETENESS = "SELECT * FROM out.completeness ORDER BY dataset, day";
    private static final String COUNTED =
            "SELECT string_agg(concat_ws(' ', task, dataset, outcome, runs), ', ' ORDER BY task, outcome) FROM out.task_run_count";

    @TempDir
    private Path exports;

    private AgedStore aged;

    @BeforeEach
    void aStoreWithCaptures() {
        aged = new AgedStore(exports).publish("2025-12-01", "2026-02-27");
    }

    @Test
    void idleRunsGoAfterNinetyDaysAndAllOthersStay() {
        for (var days : List.of(100, 95, 85)) {
            run("watch-store", null, "completed", "w" + days, days);
            run("extract-sigel", "2025-12-01", "nothing-new", "x" + days, days);
            run("extract-sigel", "2025-12-01", "completed", "c" + days, days);
            run("watch-store", null, "failed", "f" + days, days);
        }
        assertThat(maintain()).isEqualTo(4);
        assertThat(kept()).isEqualTo("c100 c85 c95 f100 f85 f95 w85 x85");
        assertThat(maintain()).isZero();
    }

    @Test
    void theNewestRunOfATaskStaysHoweverOldItIs() {
        run("export-tableau", "2025-12-01", "nothing-new", "older", 300);
        run("export-tableau", "2025-12-01", "nothing-new", "newest", 200);
        assertThat(maintain()).isEqualTo(1);
        assertThat(kept()).isEqualTo("newest");
    }

    @Test
    void whyADayIsMissingOrUnpublishedIsStillSaid() {
        run("extract-sigel", "2025-12-20", "failed", "refused", 300);
        run("extract-sigel", "2025-12-20", "nothing-new", "missing", 299);
        run("load-postgis", "2026-01-10", "nothing-new", "unpublished", 298);
        run("extract-sigel", "2025-12-01", "nothing-new", "captured", 297);
        run("load-postgis", "2025-12-01", "nothing-new", "published", 296);
        run("extract-sigel", "2026-02-27", "completed", "last extraction", 1);
        run("load-postgis", "2026-02-27", "completed", "last load", 1);
        var before = aged.store.rows(COMPLETENESS);
        assertThat(before.toString()).contains("because of missing", "because of unpublished");
        assertThat(maintain()).isEqualTo(2);
        assertThat(kept()).isEqualTo("last extraction last load missing refused unpublished");
        assertThat(aged.store.rows(COMPLETENESS)).isEqualTo(before);
    }

    @Test
    void whatTheAuditOrAnIncidentNamesStays() {
        run("export-tableau", "2025-12-01", "nothing-new", "asked", 200);
        aged.store.execute("UPDATE ops.task_run SET requested_by = 'ana'");
        aged.store.execute("INSERT INTO ops.audit (actor, action, run_id) VALUES ('ana', 'triggered', 'asked')");
        run("export-tableau", "2025-12-01", "nothing-new", "late", 200);
        aged.store.execute("""
                INSERT INTO ops.incident (key, kind, run_id, occurred_at, opened_at, reason_en, reason_pt, hint_en, hint_pt)
                VALUES ('k', 'task-slow', 'late', now(), now(), '', '', '', '')
                """);
        run("export-tableau", "2025-12-01", "nothing-new", "nobody's", 200);
        run("export-tableau", "2025-12-01", "completed", "last", 1);
        assertThat(maintain()).isEqualTo(1);
        assertThat(kept()).isEqualTo("asked last late");
    }

    @Test
    void whatIsGoneIsCountedOn() {
        for (var days : List.of(100, 95, 1)) {
            run("watch-store", null, "completed", "w" + days, days);
            run("export-tableau", "2025-12-01", "nothing-new", "e" + days, days);
        }
        var before = "export-tableau wind_fleet nothing-new 3, watch-store completed 3";
        assertThat(aged.store.value(COUNTED)).isEqualTo(before);
        assertThat(maintain()).isEqualTo(4);
        assertThat(aged.store.value(COUNTED + " WHERE task <> 'maintain-store'"))
                .isEqualTo(before);
        run("watch-store", null, "completed", "another", 99);
        run("watch-store", null, "completed", "newest", 0);
        assertThat(maintain()).isEqualTo(1);
        assertThat(aged.store.value(COUNTED + " WHERE task = 'watch-store'")).isEqualTo("watch-store completed 5");
    }

    @Test
    void aDryRunAndADayLongAgoRemoveNone() {
        run("watch-store", null, "completed", "old", 200);
        run("watch-store", null, "completed", "new", 1);
        var ended = AgedStore.maintain(aged.task(), "--dry-run");
        assertThat(ended.report().at("/outputs/idle_runs_removed").asLong()).isZero();
        ended = aged.task().run("maintain-store", "--dry-run", "--day", yesterday());
        assertThat(ended.report().at("/outputs/idle_runs_removed").asLong()).isEqualTo(1);
        assertThat(kept()).isEqualTo("new old");
    }

    /** How many went. */
    private long maintain() {
        var ended = aged.task().run("maintain-store", "--day", yesterday());
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        return ended.report().at("/outputs/idle_runs_removed").asLong();
    }

    private static String yesterday() {
        return LocalDate.now().minusDays(1).toString();
    }

    private String kept() {
        return aged.store.value("SELECT string_agg(run_id, ' ' ORDER BY run_id COLLATE \"C\") FROM ops.task_run"
                + " WHERE task <> 'maintain-store'");
    }

    /** A run that began so many days ago; without a day it is about no dataset. */
    private void run(String task, String day, String outcome, String runId, int daysAgo) {
        aged.store.execute("""
                INSERT INTO ops.task_run (task, dataset, day, run_id, forced, outcome, exit_code, started_at, duration_ms,
                    rows_read, rows_written, rows_unchanged, rows_quarantined, issues, outputs)
                VALUES ('%s', %s, %s, '%s', false, '%s', %d, now() - interval '%d days', 1, 0, 0, 0, 0, '{}',
                    jsonb_build_object('reason', 'because of %4$s'))
                """.formatted(
                        task,
                        day == null ? "NULL" : "'wind_fleet'",
                        day == null ? "NULL" : "'" + day + "'",
                        runId.replace("'", "''"),
                        outcome,
                        outcome.equals("completed") ? 0 : outcome.equals("failed") ? 65 : 99,
                        daysAgo));
    }
}
