package dev.catavento.loadpostgis.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.Debugger;
import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} at lines of a load, from its first look at the store to its last word: a changed day is published whole as
 * before or whole as after, and the next run gives the undisturbed content.
 */
class TelemetryLoadKillIT {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final int TURBINES = 24;
    private static final String OURS = "dev.catavento.loadpostgis.telemetry.";
    private static final String STORE = "dev.catavento.store.telemetry.";
    /** Class, method, line of it: looking, reading, comparing, writing, withdrawing, judging, the ledger. */
    private static final List<String> BEFORE = List.of(
            OURS + "TelemetryLoad load 1",
            STORE + "LandedTelemetry findDay 1",
            OURS + "TelemetryLoad upToDate 1",
            STORE + "TelemetryKeys openDay 0",
            OURS + "TelemetryPublication publish 0",
            STORE + "TelemetryLoads record 2",
            OURS + "TelemetryPublication merge 1",
            STORE + "SeriesTable listKnown 3",
            STORE + "LandedTelemetry eachBlob 1",
            OURS + "StatisticsFile put 0",
            OURS + "StatisticsFile each 3",
            OURS + "TurbineDays hand 1",
            OURS + "DayMerge add 1",
            OURS + "DayMerge withdrawMissing 0",
            OURS + "DayMerge write 1",
            STORE + "SeriesTable read 4",
            STORE + "SeriesTable write 0",
            STORE + "SeriesTable write 5",
            STORE + "SeriesTable write 8",
            STORE + "BinaryCopy finish 0",
            STORE + "TelemetryLoads retireReplaced 1",
            OURS + "DayMerge finish 0",
            STORE + "SeriesTable takeOver 2",
            OURS + "TelemetryPublication passGate 0",
            STORE + "TelemetryLoads count 0",
            STORE + "TelemetryIssues merge 3",
            STORE + "TelemetryReleases add 0",
            STORE + "TelemetryReleases add 12",
            OURS + "TelemetryPublication publish 21");

    private static final List<String> AFTER =
            List.of("dev.catavento.task.TaskRun succeeded 0", "dev.catavento.task.TaskRun report 0");
    private static final String CONTENT = """
            SELECT md5(string_agg(row::text, E'\\n' ORDER BY row::text)) FROM (
                SELECT turbine, signal, window_start, n_valid, mean, min, max, m2, revision FROM out.telemetry_10min) row
            """;
    private static final String BESIDE = """
            SELECT concat_ws(' ', (SELECT count(*) FROM ops.release), (SELECT sum(telemetry_day_id) FROM core.telemetry_load),
                             (SELECT string_agg(concat_ws(' ', subject_id, evidence, resolved_day), ', ' ORDER BY subject_id)
                                FROM ops.data_issue))
            """;

    @Test
    void theDayIsWholeAsBeforeOrAsAfterAndTheRetryMakesItGood() throws Exception {
        var loaded = PostgisServer.shared().newStore();
        draft(0).issue("out-of-range", "warning", "T001", "power", 1, "of old").land(loaded);
        run(loaded);
        draft(1).without("T000")
                .issue("out-of-range", "warning", "T002", "power", 2, "of late")
                .land(loaded);
        var before = content(loaded);
        var calm = PostgisServer.shared().copyOf(loaded);
        run(calm);
        var after = content(calm);
        assertThat(after.getFirst()).isNotEqualTo(before.getFirst());
        assertThat(after.getLast()).isNotEqualTo(before.getLast());
        for (var line : BEFORE) {
            killAt(line, loaded, before, after);
        }
        for (var line : AFTER) {
            killAt(line, loaded, after, after);
        }
        System.out.printf(
                "kill -9 while telemetry is loaded: %d lines, each made good by the retry%n",
                BEFORE.size() + AFTER.size());
    }

    private static void killAt(String line, TestStore loaded, List<String> left, List<String> after) throws Exception {
        var store = PostgisServer.shared().copyOf(loaded);
        var place = line.split(" ");
        var debugger = new Debugger();
        var running = task(store).with("JAVA_TOOL_OPTIONS", debugger.option()).start("load-postgis", arguments());
        boolean hit = debugger.killAtLine(running.process(), place[0], place[1], Integer.parseInt(place[2]));
        assertThat(hit).as(line).isTrue();
        assertThat(content(store)).as("after kill -9 at " + line).isEqualTo(left);
        run(store);
        assertThat(content(store)).as("after the retry of " + line).isEqualTo(after);
    }

    private static List<String> content(TestStore store) {
        return List.of(store.value(CONTENT), store.value(BESIDE));
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
}
