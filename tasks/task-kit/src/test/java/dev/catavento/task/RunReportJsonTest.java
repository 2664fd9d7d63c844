package dev.catavento.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunReportJsonTest {
    private static final Instant START = Instant.parse("2026-01-02T09:00:00.125Z");

    @Test
    void aCompletedRun() {
        var facts = new RunFacts(
                new RowCounts(10, 8, 1, 1),
                Map.of("b-rule", 2L, "a-rule", 1L),
                Map.of("mw", 27549.3, "note", "à \"b\""));
        var report = new RunReport(
                "load-postgis",
                "wind_fleet",
                Outcome.COMPLETED,
                ExitCode.DONE,
                LocalDate.of(2026, 1, 1),
                "r1",
                false,
                "ana",
                null,
                START,
                1234,
                facts,
                null);
        assertThat(RunReportJson.line(report, true))
                .isEqualTo(
                        "{\"task\":\"load-postgis\",\"dataset\":\"wind_fleet\",\"outcome\":\"completed\",\"exit_code\":0,"
                                + "\"day\":\"2026-01-01\",\"run_id\":\"r1\",\"requested_by\":\"ana\",\"in_store\":true,\"started_at\":\"2026-01-02T09:00:00.125Z\","
                                + "\"duration_ms\":1234,"
                                + "\"rows\":{\"read\":10,\"written\":8,\"unchanged\":1,\"quarantined\":1},"
                                + "\"issues\":{\"a-rule\":1,\"b-rule\":2},\"outputs\":{\"mw\":27549.3,\"note\":\"à \\\"b\\\"\"}}");
    }

    @Test
    void aFailureHasKindMessageAndHintOnOneLine() {
        var failure = new TaskException(ErrorKind.SOURCE_UNAVAILABLE, "no answer\r\n from  there", "wait");
        var report = new RunReport(
                "extract-sigel",
                null,
                Outcome.FAILED,
                failure.kind().exitCode(),
                null,
                null,
                false,
                null,
                null,
                START,
                1,
                failure.facts(),
                new RunReport.Error(failure.kind(), failure.getMessage(), failure.hint()));
        assertThat(RunReportJson.line(report, true))
                .endsWith(
                        "\"error\":{\"kind\":\"source-unavailable\",\"message\":\"no answer from there\",\"hint\":\"wait\"}}")
                .doesNotContain("\n");
    }
}
