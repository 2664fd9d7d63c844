package dev.catavento.store;

import dev.catavento.task.RunLedger;
import dev.catavento.task.RunReport;
import dev.catavento.task.RunReportJson;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;

/** Writes run reports to {@code ops.task_run}. */
@Singleton
public class JdbcRunLedger implements RunLedger {
    private static final String INSERT = """
            INSERT INTO ops.task_run (task, dataset, day, run_id, forced, outcome, exit_code, started_at, duration_ms,
                rows_read, rows_written, rows_unchanged, rows_quarantined, issues, outputs,
                error_kind, error_message, error_hint, requested_by, log_url)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final Store store;

    @Inject
    JdbcRunLedger(Store store) {
        this.store = store;
    }

    @Override
    public void record(RunReport report) {
        store.call(connection -> {
            try (var insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, report.task());
                insert.setString(2, report.dataset());
                insert.setObject(3, report.day());
                insert.setString(4, report.runId());
                insert.setBoolean(5, report.forced());
                insert.setString(6, report.outcome().word());
                insert.setInt(7, report.exitCode().code());
                insert.setObject(8, report.startedAt().atOffset(ZoneOffset.UTC));
                insert.setLong(9, report.durationMs());
                facts(insert, report);
                error(insert, report.error());
                insert.setString(19, report.requestedBy());
                insert.setString(20, report.logUrl());
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public void rehearse() {
        StoreRehearsal.play();
    }

    private static void facts(java.sql.PreparedStatement insert, RunReport report) throws SQLException {
        var rows = report.facts().rows();
        insert.setLong(10, rows.read());
        insert.setLong(11, rows.written());
        insert.setLong(12, rows.unchanged());
        insert.setLong(13, rows.quarantined());
        insert.setObject(14, RunReportJson.object(report.facts().issues()), Types.OTHER);
        insert.setObject(15, RunReportJson.object(report.facts().outputs()), Types.OTHER);
    }

    private static void error(java.sql.PreparedStatement insert, RunReport.Error error) throws SQLException {
        insert.setString(16, error == null ? null : error.kind().word());
        insert.setString(17, error == null ? null : error.message());
        insert.setString(18, error == null ? null : error.hint());
    }
}
