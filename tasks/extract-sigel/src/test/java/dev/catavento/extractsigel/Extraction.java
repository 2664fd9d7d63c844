package dev.catavento.extractsigel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.SimulatorProcess;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A store of a test's own, the shared simulator, and the task as a process between them. */
record Extraction(TestStore store, SimulatorProcess simulator, TaskProcess task) {
    static final String TASK = "extract-sigel";
    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    static Extraction fresh() {
        var store = PostgisServer.shared().newStore();
        var simulator = SimulatorProcess.shared();
        simulator.clearFaults();
        simulator.resetRequests();
        var task = new TaskProcess(store.environment())
                .with("CATAVENTO_LOG_FORMAT", "text")
                .with("CATAVENTO_SIGEL_URL", simulator.layerUrl());
        return new Extraction(store, simulator, task);
    }

    static LocalDate today() {
        return LocalDate.now(BRASILIA);
    }

    Extraction archive() {
        return with("CATAVENTO_SIGEL_URL", simulator.archiveUrl());
    }

    Extraction with(String variable, String value) {
        return new Extraction(store, simulator, task.with(variable, value));
    }

    TaskProcess.Ended run(LocalDate day, String... more) {
        var arguments = new java.util.ArrayList<>(List.of("--day", day.toString()));
        arguments.addAll(List.of(more));
        return task.run(TASK, arguments.toArray(String[]::new));
    }

    TaskProcess.Ended succeed(LocalDate day, String... more) {
        var ended = run(day, more);
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        return ended;
    }

    int requests(String kind) {
        return simulator.requests().get(kind).asInt();
    }

    /** Everything that counts as landed. */
    List<Map<String, String>> landed() {
        return store.rows("SELECT c.*, s.row_count, s.first_day, (SELECT count(*) FROM raw.page) AS pages"
                + " FROM raw.capture c JOIN raw.snapshot s USING (snapshot_id) ORDER BY capture_id");
    }

    String pages(LocalDate day) {
        return store.value("SELECT string_agg(encode(p.sha256, 'hex'), ' ' ORDER BY p.ordinal)"
                + " FROM raw.snapshot_page p JOIN raw.capture c USING (snapshot_id) WHERE c.day = '" + day + "'");
    }

    static void assertFailed(TaskProcess.Ended ended, int exitCode, String kind, String message) {
        assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(exitCode);
        assertThat(ended.stderr().lines().filter(line -> line.contains(" ERROR ")))
                .as(ended.stderr())
                .hasSize(1);
        assertThat(ended.stderr()).doesNotContain("\tat ");
        var report = ended.report();
        assertThat(report.at("/outcome").asText()).isEqualTo("failed");
        assertThat(report.at("/exit_code").asInt()).isEqualTo(exitCode);
        assertThat(report.at("/error/kind").asText()).isEqualTo(kind);
        assertThat(report.at("/error/message").asText()).contains(message);
        assertThat(report.at("/error/hint").asText()).isNotBlank();
    }
}
