package dev.catavento.extractsigel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.TaskProcess;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that ends before its time, however it ends, costs the next one nothing. */
class RetryIT {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private Extraction extraction;

    @BeforeEach
    void newStore() {
        extraction = Extraction.fresh().archive();
    }

    @Test
    void whatAFailedTryLandedIsNotFetchedAgain() {
        extraction.simulator().fault("http-503", "\"count\":-1,\"match\":\"page\",\"after_requests\":10");
        var failed = extraction.with("CATAVENTO_SIGEL_TOTAL_SECONDS", "1").run(DAY);
        Extraction.assertFailed(failed, 75, "source-unavailable", "503");
        int landed = Integer.parseInt(extraction.store().value("SELECT count(*) FROM raw.landed_page"));
        assertThat(landed).isBetween(4, 10);
        assertThat(extraction.landed()).isEmpty();
        extraction.simulator().clearFaults();
        extraction.simulator().resetRequests();
        var report = extraction.succeed(DAY).report();
        assertThat(report.at("/outputs/pages_reused").asInt()).isEqualTo(landed);
        assertThat(report.at("/outputs/pages").asInt()).isEqualTo(24);
        // and one small page more, which proves that the rows are still the same
        assertThat(extraction.requests("page")).isEqualTo(24 - landed + 1);
    }

    @Test
    void anotherListOfIdsOrForceFetchesAll() {
        extraction.simulator().fault("http-503", "\"count\":-1,\"match\":\"page\",\"after_requests\":10");
        extraction.with("CATAVENTO_SIGEL_TOTAL_SECONDS", "1").run(DAY);
        extraction.simulator().clearFaults();
        extraction.simulator().fault("rows-deleted", "");
        assertThat(extraction.succeed(DAY).report().at("/outputs/pages_reused").asInt())
                .isZero();
        assertThat(extraction
                        .succeed(DAY, "--force")
                        .report()
                        .at("/outputs/pages_reused")
                        .asInt())
                .isZero();
        assertThat(extraction.store().value("SELECT count(*) FROM raw.landed_page"))
                .isEqualTo("0");
    }

    /** After six in the morning such pages are too old anyway; before, only the day's end is between. */
    @Test
    void whatWasLandedBeforeTheDayEndedIsNotTakenUpByAFinalCapture() {
        var yesterday = Extraction.today().minusDays(1);
        extraction.simulator().fault("http-503", "\"count\":-1,\"match\":\"page\",\"after_requests\":10");
        extraction.with("CATAVENTO_SIGEL_TOTAL_SECONDS", "1").run(yesterday);
        extraction.simulator().clearFaults();
        assertThat(extraction.store().value("SELECT count(*) > 0 FROM raw.landed_page"))
                .isEqualTo("t");
        extraction
                .store()
                .execute("UPDATE raw.landed_page SET landed_at ="
                        + " ((day + 1)::timestamp - interval '1 second') AT TIME ZONE 'America/Sao_Paulo'");
        var report = extraction.succeed(yesterday).report();
        assertThat(report.at("/outputs/provisional").asBoolean()).isFalse();
        assertThat(report.at("/outputs/pages_reused").asInt()).isZero();
    }

    @Test
    void aKilledRunIsCompletedToTheSameBytes() throws InterruptedException {
        extraction.simulator().fault("latency", "\"ms\":200");
        var running = extraction.task().start(Extraction.TASK, "--day", DAY.toString());
        awaitLandedPages(running);
        running.process().destroyForcibly();
        assertThat(extraction.task().await(running).exitCode()).isEqualTo(137);
        assertThat(extraction.landed()).isEmpty();
        extraction.simulator().clearFaults();
        assertThat(extraction.succeed(DAY).report().at("/outputs/pages_reused").asInt())
                .isPositive();
        var whole = Extraction.fresh().archive();
        whole.succeed(DAY);
        assertThat(extraction.pages(DAY)).isEqualTo(whole.pages(DAY));
    }

    @Test
    void sigtermEndsItWithinFiveSecondsAndSaysSo() throws InterruptedException {
        extraction.simulator().fault("slow", "\"count\":-1,\"seconds\":30,\"match\":\"page\"");
        var running = extraction.task().start(Extraction.TASK, "--day", DAY.toString());
        awaitRequests(running, "page");
        long start = System.nanoTime();
        running.process().destroy();
        var ended = extraction.task().await(running);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        Extraction.assertFailed(ended, 75, "stopped", "stopped by a signal");
    }

    @Test
    void aStoreThatGoesDownMidwayIsUnavailableAndKeepsWhatWasLanded() throws InterruptedException {
        extraction.simulator().fault("latency", "\"ms\":300");
        var running = extraction.task().start(Extraction.TASK, "--day", DAY.toString());
        awaitLandedPages(running);
        extraction
                .store()
                .value("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                        + " WHERE application_name = 'catavento extract-sigel' AND datname = current_database()");
        Extraction.assertFailed(extraction.task().await(running), 75, "store-unavailable", "not available");
        assertThat(extraction.landed()).isEmpty();
        extraction.simulator().clearFaults();
        assertThat(extraction.succeed(DAY).report().at("/outputs/pages_reused").asInt())
                .isPositive();
    }

    @Test
    void aSecondRunFindsTheLockTaken() throws InterruptedException {
        extraction.simulator().fault("slow", "\"count\":1,\"seconds\":4,\"match\":\"page\"");
        var running = extraction.task().start(Extraction.TASK, "--day", DAY.toString());
        awaitRequests(running, "page");
        Extraction.assertFailed(extraction.run(DAY.plusDays(1)), 75, "locked", "another run holds the lock");
        assertThat(extraction.task().await(running).exitCode()).isZero();
    }

    private void awaitRequests(TaskProcess.Running running, String kind) throws InterruptedException {
        while (extraction.requests(kind) == 0 && running.process().isAlive()) {
            Thread.sleep(20);
        }
    }

    private void awaitLandedPages(TaskProcess.Running running) throws InterruptedException {
        while (extraction.store().value("SELECT count(*) FROM raw.landed_page").equals("0")
                && running.process().isAlive()) {
            Thread.sleep(20);
        }
    }
}
