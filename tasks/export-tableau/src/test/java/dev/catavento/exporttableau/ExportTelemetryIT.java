package dev.catavento.exporttableau;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TaskProcess.Ended;
import dev.catavento.testsupport.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The task as a process on a real store: a source's day as files, and when there is nothing to do. */
class ExportTelemetryIT {
    private static final int TURBINES = 12;
    private static final String DAY = PublishedDay.DAY.toString();
    private static final String NEXT_DAY = PublishedDay.DAY.plusDays(1).toString();

    @TempDir
    private Path parent;

    private TestStore store;
    private ExportFolder folder;
    private TaskProcess task;

    @BeforeEach
    void publish() {
        store = PublishedDay.of(TURBINES, false);
        folder = new ExportFolder(parent.resolve("exports/test"), "telemetry/demo");
        task = task(store, folder);
    }

    @Test
    void aDayIsExportedWholeAndASecondRunTouchesNothing() throws IOException {
        var first = export(DAY);
        assertThat(first.exitCode()).as(first.stderr()).isZero();
        assertThat(folder.names()).containsExactly(DAY, "latest");
        assertThat(folder.latest()).isEqualTo(DAY);
        assertThat(folder.digests(DAY))
                .containsOnlyKeys("datapackage.json", "telemetry_10min.csv", "telemetry_10min.parquet");
        var report = first.report();
        assertThat(report.at("/rows/written").asInt()).isEqualTo(144 * TURBINES);
        assertThat(report.at("/outputs/folder").asText()).isEqualTo("telemetry/demo/" + DAY);
        assertThat(report.at("/outputs/n_valid").asInt()).isEqualTo((3 * TURBINES + 1) * (142 * 10 + 3));
        var modified = folder.modified(DAY);
        var second = export(DAY);
        assertThat(second.exitCode()).isEqualTo(99);
        assertThat(reason(second)).isEqualTo(DAY + " of demo is exported already and its files are unchanged");
        assertThat(folder.modified(DAY)).isEqualTo(modified);
    }

    @Test
    void aRowSaysWhatTheViewSays() {
        export(DAY);
        var csv = folder.day(DAY).resolve("telemetry_10min.csv");
        assertThat(csv)
                .content()
                .startsWith(
                        "source,turbine,turbine_id,day,window_start,window_start_local,n_expected,coverage,valid,std_kind,"
                                + "revision,wind_speed_n_valid,wind_speed_mean,wind_speed_min,wind_speed_max,wind_speed_std,"
                                + "power_n_valid,power_mean,power_min,power_max,power_std,wind_direction_n_valid,"
                                + "wind_direction_mean,nacelle_temperature_n_valid,nacelle_temperature_mean,"
                                + "nacelle_temperature_min,nacelle_temperature_max,nacelle_temperature_std\n")
                .contains("\ndemo,\"'=T,\"\"2\"\"\",")
                .contains(
                        "\ndemo,T-1,,2026-03-01,2026-03-01T03:50:00Z,2026-03-01T00:50,10,0,Não,sample,1,0,,,,,0,,,,,0,,,,,,\n")
                .contains("\ndemo,T-1,,2026-03-01,2026-03-01T04:00:00Z,2026-03-01T01:00,10,0.3,Não,sample,1,3,");
        var view = store.rows("""
                SELECT format('demo,%s,,2026-03-01,2026-03-02T02:50:00Z,2026-03-01T23:50,10,1,Sim,sample,1,10,%s,%s,%s,%s,10,',
                              turbine, wind_speed_mean, wind_speed_min, wind_speed_max, wind_speed_std) AS line
                  FROM out.telemetry_wide WHERE source = 'demo' AND day = '2026-03-01' AND window_of_day = 143
                   AND turbine = 'T-11'
                """);
        assertThat(csv).content().contains("\n" + view.getFirst().get("line"));
    }

    @Test
    void theSameDayGivesTheSameBytesElsewhere() {
        export(DAY);
        var again = PublishedDay.reversed(TURBINES);
        var first = "SELECT turbine FROM core.telemetry JOIN core.telemetry_turbine USING (turbine_key) LIMIT 1";
        assertThat(again.value(first)).isNotEqualTo(store.value(first));
        again.execute("UPDATE core.telemetry_load SET loaded_at = loaded_at + interval '1 day'");
        var there = new ExportFolder(parent.resolve("elsewhere"), "telemetry/demo");
        var ended = task(again, there)
                .with("TZ", "Asia/Tokyo")
                .with("LC_ALL", "pt_BR.UTF-8")
                .run(
                        "export-tableau",
                        "--dataset",
                        "telemetry",
                        "--source",
                        "demo",
                        "--day",
                        DAY,
                        "--run-id",
                        "another");
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(there.digests(DAY)).isEqualTo(folder.digests(DAY));
        var forced = export(DAY, "--force");
        assertThat(forced.exitCode()).isZero();
        assertThat(forced.report().at("/outputs/changed").asBoolean()).isFalse();
    }

    @Test
    void aRevisionReplacesTheDayAndAWithdrawnWindowLeavesIt() {
        export(DAY);
        var before = folder.digests(DAY);
        PublishedDay.revise(store, "T-1");
        assertThat(export(DAY).report().at("/outputs/changed").asBoolean()).isTrue();
        var csv = folder.day(DAY).resolve("telemetry_10min.csv");
        assertThat(csv).content().containsPattern("demo,T-1,[^\n]*T01:10,10,1,Sim,sample,2,[^\n]*,10,1234.5,");
        assertThat(folder.digests(DAY).get("telemetry_10min.parquet"))
                .isNotEqualTo(before.get("telemetry_10min.parquet"));
        store.execute("""
                UPDATE core.telemetry SET n[8] = 0, withdrawn = array_fill(false, ARRAY[144]);
                UPDATE core.telemetry SET withdrawn[8] = true
                """);
        assertThat(export(DAY, "--force").report().at("/rows/written").asInt()).isEqualTo(143 * TURBINES);
        assertThat(csv).content().doesNotContain("T01:10,");
    }

    @Test
    void aTurbineThatIsMappedOtherwiseIsExportedAnewThoughThereIsNoOtherRelease() {
        export(DAY);
        var id = "00000000-0000-4000-8000-000000000001";
        store.execute("UPDATE core.telemetry_turbine SET turbine_id = '" + id + "' WHERE turbine = 'T-1'");
        var again = export(DAY);
        assertThat(again.exitCode()).as(again.stderr()).isZero();
        assertThat(again.report().at("/outputs/changed").asBoolean()).isTrue();
        assertThat(folder.day(DAY).resolve("telemetry_10min.csv")).content().contains("\ndemo,T-1," + id + ",");
        assertThat(export(DAY).exitCode()).isEqualTo(99);
        store.execute("INSERT INTO core.telemetry_turbine (source_id, turbine, turbine_id)"
                + " SELECT source_id, 'of another day', gen_random_uuid() FROM core.telemetry_source");
        assertThat(export(DAY).exitCode()).isEqualTo(99);
    }

    @Test
    void aFileThatWasChangedIsMadeAgain() throws IOException {
        export(DAY);
        var digests = folder.digests(DAY);
        Files.writeString(folder.day(DAY).resolve("telemetry_10min.csv"), "x");
        assertThat(export(DAY).exitCode()).isZero();
        assertThat(folder.digests(DAY)).isEqualTo(digests);
    }

    @Test
    void latestIsTheNewestDayInWhateverOrderDaysAreExported() throws IOException {
        PublishedDay.publish(store, PublishedDay.DAY.plusDays(1), TURBINES, false);
        assertThat(export(NEXT_DAY).exitCode()).isZero();
        assertThat(export(DAY).exitCode()).isZero();
        assertThat(folder.names()).containsExactly(DAY, NEXT_DAY, "latest");
        assertThat(folder.latest()).isEqualTo(NEXT_DAY);
        assertThat(export(DAY).exitCode()).isEqualTo(99);
    }

    @Test
    void aDayThatIsNotWholeIsNotExportedAndSaysWhichShardIsMissing() {
        store.execute("UPDATE core.telemetry_load SET shard_count = 3");
        var partial = export(DAY);
        assertThat(partial.exitCode()).isEqualTo(99);
        assertThat(reason(partial)).isEqualTo(DAY + " of demo is not published whole yet: shard 2/3, 3/3 is missing");
        assertThat(folder.names()).isEmpty();
        store.execute("""
                INSERT INTO core.telemetry_load (source_id, day, shard_index, shard_count, telemetry_day_id,
                       statistics_sha256, cadence_seconds, given, turbine_count, valid_count, loaded_at)
                SELECT source_id, day, n, 3, n, '\\x00', 60, false, 0, 0, now()
                  FROM core.telemetry_load, generate_series(2, 3) AS n
                """);
        assertThat(export(DAY).exitCode()).isZero();
    }

    @Test
    void whatIsNotPublishedIsNothingToDoAndANearSourceIsNamed() {
        assertThat(reason(export(NEXT_DAY)))
                .isEqualTo(NEXT_DAY + " of demo is not published yet: load-postgis publishes");
        var unknown = run("--source", "dmeo", "--day", DAY);
        assertThat(unknown.exitCode()).isEqualTo(99);
        assertThat(reason(unknown))
                .isEqualTo(
                        "nothing of source dmeo is published yet: load-postgis publishes; there is telemetry of demo:"
                                + " is that meant?");
        assertThat(reason(run("--source", "../x", "--day", DAY))).startsWith("nothing of source ../x is published yet");
        assertThat(run("--day", DAY).exitCode()).isEqualTo(2);
        assertThat(task.run("export-tableau", "--dataset", "wind_fleet", "--source", "demo")
                        .exitCode())
                .isEqualTo(2);
        assertThat(Files.exists(folder.exports())).isFalse();
    }

    @Test
    void killedAtAnyMomentTheNextRunCompletesToTheSameBytes() throws Exception {
        var many = PublishedDay.of(300, false);
        var whole = new ExportFolder(parent.resolve("whole"), "telemetry/demo");
        String[] arguments = {"--dataset", "telemetry", "--source", "demo", "--day", DAY};
        assertThat(task(many, whole).run("export-tableau", arguments).exitCode())
                .isZero();
        var other = new ExportFolder(parent.resolve("killed"), "telemetry/demo");
        for (var moment : List.of("telemetry_10min.csv", "telemetry_10min.parquet")) {
            var running = task(many, other).start("export-tableau", arguments);
            awaitDraft(other, moment);
            running.process().destroyForcibly().waitFor();
            assertThat(other.names()).doesNotContain(DAY, "latest");
        }
        assertThat(task(many, other).run("export-tableau", arguments).exitCode())
                .isZero();
        assertThat(other.digests(DAY)).isEqualTo(whole.digests(DAY));
        assertThat(other.names()).containsExactly(DAY, "latest");
    }

    private static void awaitDraft(ExportFolder folder, String file) throws InterruptedException {
        for (int i = 0; i < 3000; i++) {
            for (var name : folder.names()) {
                if (name.endsWith(".tmp") && Files.exists(folder.day(name).resolve(file))) {
                    return;
                }
            }
            Thread.sleep(10);
        }
        throw new AssertionError("no draft has a file " + file);
    }

    private Ended export(String day, String... more) {
        var all = new ArrayList<>(List.of("--source", "demo", "--day", day));
        all.addAll(List.of(more));
        return run(all.toArray(String[]::new));
    }

    private Ended run(String... arguments) {
        var all = new ArrayList<>(List.of("--dataset", "telemetry"));
        all.addAll(List.of(arguments));
        return task.run("export-tableau", all.toArray(String[]::new));
    }

    private static String reason(Ended ended) {
        return ended.report().at("/outputs/reason").asText();
    }

    private static TaskProcess task(TestStore store, ExportFolder folder) {
        return new TaskProcess(store.environment())
                .with("CATAVENTO_EXPORT_DIR", folder.exports().toString());
    }
}
