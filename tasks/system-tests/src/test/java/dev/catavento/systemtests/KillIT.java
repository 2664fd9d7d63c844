package dev.catavento.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.Debugger;
import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.SimulatorProcess;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of each phase: after the retry everything is as if nothing had happened. */
class KillIT {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Phase LANDING = new Phase("page landing", "extract-sigel", "layer has", "proven:");
    private static final Phase COPY = new Phase("COPY", "load-postgis", "copying", "merging");
    private static final Phase MERGE = new Phase("merge", "load-postgis", "merging", "release 1:");
    private static final int WANTED = 5;
    private static final int TRIES = 15;
    /** Some of them, such as the early return, are not on the way. */
    private static final int LINES_OF_THE_SWITCH = 9;

    @TempDir
    private static Path folder;

    private static SimulatorProcess source;
    private static TestStore landed;
    private static TestStore loaded;
    private static Map<String, String> undisturbed;
    private static Duration landing;
    private static Duration copying;
    private static Duration merging;
    private static int folders;

    @BeforeAll
    static void anUndisturbedRun() {
        source = SimulatorProcess.start(Map.of("CATAVENTO_SIMULATOR_LATENCY_MS", "100"));
        var chain = chain(PostgisServer.shared().newStore());
        landing = LANDING.lasted(succeeded(chain.run("extract-sigel", DAY)).stderr());
        landed = PostgisServer.shared().copyOf(chain.store());
        var load = succeeded(chain.run("load-postgis", DAY)).stderr();
        copying = COPY.lasted(load);
        merging = MERGE.lasted(load);
        loaded = PostgisServer.shared().copyOf(chain.store());
        succeeded(chain.run("export-tableau", DAY));
        undisturbed = chain.published();
    }

    @AfterAll
    static void stop() {
        source.close();
    }

    @Test
    void whilePagesLand() {
        assertSurvives(LANDING, landing, null);
    }

    @Test
    void whileTheFleetIsCopied() {
        assertSurvives(COPY, copying, landed);
    }

    @Test
    void whileTheFleetIsMerged() {
        assertSurvives(MERGE, merging, landed);
    }

    @Test
    void atEveryLineWhileLatestIsSwitched() throws Exception {
        int hits = 0;
        for (int line = 0; line < LINES_OF_THE_SWITCH; line++) {
            var chain = chain(PostgisServer.shared().copyOf(loaded));
            var debugger = new Debugger();
            var running = chain.tasks()
                    .with("JAVA_TOOL_OPTIONS", debugger.option())
                    .start("export-tableau", Chain.arguments("export-tableau", DAY));
            boolean hit = debugger.killAtLine(
                    running.process(), "dev.catavento.exporttableau.folder.LatestLink", "moveTo", line);
            running.process().waitFor();
            hits += hit ? 1 : 0;
            runAsTheSchedulerDoes(chain);
            assertThat(chain.published()).as("after kill -9 at line %d", line).isEqualTo(undisturbed);
        }
        System.out.printf("kill -9 while latest is switched: %d lines hit, each made good by the retry%n", hits);
        assertThat(hits).isGreaterThanOrEqualTo(3);
    }

    private static void assertSurvives(Phase phase, Duration lasts, TestStore before) {
        int hits = 0;
        double pace = 1; // the machine may be quicker than it was in the undisturbed run
        for (int tried = 0; tried < TRIES && hits < WANTED; tried++) {
            var store = before == null
                    ? PostgisServer.shared().newStore()
                    : PostgisServer.shared().copyOf(before);
            var chain = chain(store);
            var after = Duration.ofMillis(Math.round(pace * lasts.toMillis() * (1 + hits) / (WANTED + 1)));
            if (killWithin(phase, after, chain)) {
                hits++;
            } else {
                pace *= 0.6;
            }
            runAsTheSchedulerDoes(chain);
            assertThat(chain.published())
                    .as("after kill -9 %d ms into %s", after.toMillis(), phase.name())
                    .isEqualTo(undisturbed);
        }
        System.out.printf(
                "kill -9 in %s (%d ms undisturbed): %d hits, each made good by the retry%n",
                phase.name(), lasts.toMillis(), hits);
        assertThat(hits).isGreaterThanOrEqualTo(WANTED);
    }

    /** A task that ends with 75 is tried again: the store may still be at a statement of the killed run. */
    private static void runAsTheSchedulerDoes(Chain chain) {
        for (var task : List.of("extract-sigel", "load-postgis", "export-tableau")) {
            for (int retries = 0; chain.run(task, DAY).exitCode() == 75 && retries < 5; retries++) {
                try {
                    Thread.sleep(500);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** True when the process died within the phase. */
    private static boolean killWithin(Phase phase, Duration after, Chain chain) {
        var running = chain.tasks().start(phase.task(), Chain.arguments(phase.task(), DAY));
        try {
            while (running.process().isAlive() && !phase.begun(running)) {
                Thread.sleep(2);
            }
            Thread.sleep(after);
            running.process().destroyForcibly().waitFor();
            return phase.begun(running) && !phase.ended(running);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Chain chain(TestStore store) {
        return new Chain(store, source.archiveUrl(), folder.resolve("exports" + ++folders));
    }

    private static TaskProcess.Ended succeeded(TaskProcess.Ended ended) {
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        return ended;
    }
}
