package dev.catavento.watchstore;

import dev.catavento.testsupport.TestStore;
import java.time.LocalDate;

/** Runs and days as tasks would have left them in a store. */
final class LedgerRows {
    private final TestStore store;

    LedgerRows(TestStore store) {
        this.store = store;
    }

    /** A run that began so many minutes ago. */
    void run(String task, LocalDate day, String outcome, int exitCode, double minutesAgo, long seconds, long rows) {
        var failed = outcome.equals("failed");
        store.execute("""
                INSERT INTO ops.task_run (task, dataset, day, run_id, forced, outcome, exit_code, started_at, duration_ms,
                    rows_read, rows_written, rows_unchanged, rows_quarantined, issues, outputs,
                    error_kind, error_message, error_hint, requested_by, log_url)
                VALUES ('%s', 'wind_fleet', '%s', 'r1', false, '%s', %d, now() - interval '%s minutes', %d,
                    %d, 0, %d, 0, '{}', '{}', %s, %s, %s, 'schedule', 'http://ui/log')
                """.formatted(
                        task,
                        day,
                        outcome,
                        exitCode,
                        minutesAgo,
                        seconds * 1000,
                        rows,
                        rows,
                        failed ? exitCode == 65 ? "'publish-refused'" : "'configuration'" : "NULL",
                        failed ? "'not published: 31 % fewer turbines'" : "NULL",
                        failed ? "'look at the counts'" : "NULL"));
    }

    /** A run of a shard of a source of telemetry. */
    void telemetry(String source, String shard, LocalDate day, int exitCode, double minutesAgo) {
        run("load-postgis", day, exitCode == 0 ? "completed" : "failed", exitCode, minutesAgo, 3, 432);
        store.execute("""
                UPDATE ops.task_run SET dataset = 'telemetry', outputs = '{"source": "%s", "shard": "%s"}'
                 WHERE task_run_id = (SELECT max(task_run_id) FROM ops.task_run)
                """.formatted(source, shard));
    }

    void completed(String task, LocalDate day, double minutesAgo) {
        run(task, day, "completed", 0, minutesAgo, 3, 23522);
    }

    void failed(String task, LocalDate day, int exitCode, double minutesAgo) {
        run(task, day, "failed", exitCode, minutesAgo, 3, 0);
    }

    void skipped(String task, LocalDate day, double minutesAgo) {
        run(task, day, "nothing-new", 99, minutesAgo, 0, 0);
    }

    /** A day that is captured and published. */
    void published(LocalDate day) {
        store.execute("""
                WITH s AS (INSERT INTO raw.snapshot (dataset, first_day, captured_at, source_url, row_count, fingerprint_gzip,
                                                     layer_fields)
                           VALUES ('wind_fleet', '%1$s', now(), 'test', 1, '', '[]') RETURNING snapshot_id),
                     c AS (INSERT INTO raw.capture (dataset, day, captured_at, provisional, state, snapshot_id, count_before,
                                                    ids_listed, ids_received, count_after)
                           SELECT 'wind_fleet', '%1$s', now(), false, 'stored', snapshot_id, 1, 1, 1, 1 FROM s)
                INSERT INTO ops.release (dataset, day, snapshot_id, rules_version, row_count, counts)
                SELECT 'wind_fleet', '%1$s', snapshot_id, 't', 1, '{}' FROM s
                """.formatted(day));
    }

    void demo() {
        store.execute("INSERT INTO ops.store (store_name, source_id, is_demo) VALUES ('t', 'generated', true)");
    }
}
