package dev.catavento.loadpostgis.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TaskProcess.Running;
import dev.catavento.testsupport.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** kill -9 while a changed day is merged: what was published stays, and the retry gives the undisturbed content. */
class TelemetryKillIT {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final int TURBINES = 60;
    private static final int WANTED = 4;
    private static final int TRIES = 16;
    private static final String BEGINS = "reading ";
    private static final String ENDS = "release ";
    private static final String CONTENT = """
            SELECT md5(string_agg(row::text, E'\\n' ORDER BY row::text)) FROM (
                SELECT turbine, signal, window_start, n_valid, mean, min, max, m2, revision FROM out.telemetry_10min) row
            """;
    private static final String BESIDE = """
            SELECT (SELECT count(*) FROM ops.release) || ' ' || (SELECT count(*) FROM ops.data_issue) || ' '
                   || (SELECT sum(telemetry_day_id) FROM core.telemetry_load)
            """;

    @Test
    void whatWasPublishedStaysAndTheRetryMakesItGood() throws Exception {
        var loaded = PostgisServer.shared().newStore();
        draft(0).land(loaded);
        run(loaded);
        draft(1).land(loaded);
        var before = loaded.value(CONTENT);
        var beside = loaded.value(BESIDE);
        var calm = PostgisServer.shared().copyOf(loaded);
        long began = System.nanoTime();
        run(calm);
        var lasts = Duration.ofNanos(System.nanoTime() - began);
        var undisturbed = calm.value(CONTENT);
        assertThat(undisturbed).isNotEqualTo(before);
        int hits = 0;
        for (int tried = 0; tried < TRIES && hits < WANTED; tried++) {
            var store = PostgisServer.shared().copyOf(loaded);
            var running = task(store).start("load-postgis", arguments());
            while (running.process().isAlive() && !log(running).contains(BEGINS)) {
                Thread.sleep(2);
            }
            Thread.sleep(lasts.toMillis() * tried / (4 * TRIES));
            running.process().destroyForcibly().waitFor();
            if (log(running).contains(BEGINS) && !log(running).contains(ENDS)) {
                hits++;
                assertThat(store.value(CONTENT)).isEqualTo(before);
                assertThat(store.value(BESIDE)).isEqualTo(beside);
            }
            run(store);
            assertThat(store.value(CONTENT)).as("after kill -9, try %d", tried).isEqualTo(undisturbed);
        }
        System.out.printf("kill -9 while telemetry is merged: %d hits, each made good by the retry%n", hits);
        assertThat(hits).isGreaterThanOrEqualTo(WANTED);
    }

    private static DayDraft draft(int change) {
        var draft = new DayDraft("demo", DAY).linear("wind_speed", "m/s").linear("power", "kW");
        draft.turbinesInABlob = 2;
        for (int t = 0; t < TURBINES; t++) {
            var name = "T%03d".formatted(t);
            int own = t;
            draft.minutes(name, "wind_speed", minute -> 5 + own % 7 + minute % 10 / 10.0);
            draft.minutes(name, "power", minute -> 100 * own + minute % 60 + (minute == 500 ? change : 0));
        }
        return draft;
    }

    /** As the scheduler does: a run that ends with 75 is tried again, the server may be at the killed run's statement. */
    private static void run(TestStore store) throws InterruptedException {
        TaskProcess.Ended ended = null;
        for (int tried = 0; tried < 6; tried++) {
            ended = task(store).run("load-postgis", arguments());
            if (ended.exitCode() != 75) {
                break;
            }
            Thread.sleep(500);
        }
        assertThat(ended.exitCode()).as(ended.stderr()).isIn(0, 99);
    }

    private static TaskProcess task(TestStore store) {
        return new TaskProcess(store.environment());
    }

    private static String[] arguments() {
        return new String[] {"--dataset", "telemetry", "--source", "demo", "--day", DAY.toString()};
    }

    private static String log(Running running) throws IOException {
        return Files.readString(running.stderr());
    }
}
