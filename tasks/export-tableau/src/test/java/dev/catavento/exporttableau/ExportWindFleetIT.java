package dev.catavento.exporttableau;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TaskProcess.Ended;
import dev.catavento.testsupport.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The task as a process on a real store: what is exported, and when there is nothing to do. */
class ExportWindFleetIT {
    private static final int TURBINES = 1_200;
    private static final String DAY = PublishedStore.DAY.toString();
    private static final String NEXT_DAY = PublishedStore.DAY.plusDays(1).toString();

    @TempDir
    private Path parent;

    private TestStore store;
    private ExportFolder folder;
    private TaskProcess task;

    @BeforeEach
    void publish() {
        store = PublishedStore.of(TURBINES, false);
        folder = new ExportFolder(parent.resolve("exports/test"));
        task = new TaskProcess(store.environment())
                .with("CATAVENTO_EXPORT_DIR", folder.exports().toString());
    }

    @Test
    void theNewestDayIsExportedWholeAndASecondRunTouchesNothing() throws IOException {
        var first = export("--day", DAY);
        assertThat(first.exitCode()).as(first.stderr()).isZero();
        assertThat(folder.names()).containsExactly(DAY, "latest");
        assertThat(folder.latest()).isEqualTo(DAY);
        assertThat(folder.digests(DAY)).containsOnlyKeys(ExportFolder.FILES);
        var report = first.report();
        assertThat(report.at("/rows/written").asInt()).isEqualTo(TURBINES);
        assertThat(report.at("/outputs/folder").asText()).isEqualTo("wind_fleet/" + DAY);
        assertThat(report.at("/outputs/operating_mw").asDouble()).isPositive();
        var modified = folder.modified(DAY);
        var second = export("--day", DAY);
        assertThat(second.exitCode()).isEqualTo(99);
        assertThat(second.report().at("/outputs/reason").asText())
                .isEqualTo(DAY + " is exported already and its files are unchanged");
        assertThat(folder.modified(DAY)).isEqualTo(modified);
        assertThat(store.value("SELECT count(*) FROM ops.export")).isEqualTo("1");
    }

    @Test
    void forcedItWritesTheSameBytesAndLeavesTheFilesAlone() throws IOException {
        export();
        var modified = folder.modified(DAY);
        var forced = export("--force");
        assertThat(forced.exitCode()).isZero();
        assertThat(forced.report().at("/outputs/changed").asBoolean()).isFalse();
        assertThat(folder.modified(DAY)).isEqualTo(modified);
        assertThat(folder.names()).containsExactly(DAY, "latest");
    }

    @Test
    void theSameFleetGivesTheSameBytesElsewhere() {
        export();
        var again = PublishedStore.of(TURBINES, false);
        PublishedStore.publish(again, PublishedStore.DAY);
        var there = new ExportFolder(parent.resolve("elsewhere"));
        var ended = new TaskProcess(again.environment())
                .with("CATAVENTO_EXPORT_DIR", there.exports().toString())
                .with("TZ", "Asia/Tokyo")
                .with("LC_ALL", "pt_BR.UTF-8")
                .run("export-tableau", "--dataset", "wind_fleet", "--run-id", "another");
        assertThat(ended.report().at("/outputs/release_id").asInt()).isEqualTo(2);
        assertThat(there.digests(DAY)).isEqualTo(folder.digests(DAY));
    }

    @Test
    void aFileThatWasDeletedOrChangedIsMadeAgain() throws IOException {
        export();
        var digests = folder.digests(DAY);
        Files.delete(folder.day(DAY).resolve("wind_farm.csv"));
        assertThat(export().exitCode()).isZero();
        assertThat(folder.digests(DAY)).isEqualTo(digests);
        Files.writeString(folder.day(DAY).resolve("issues.csv"), "x", StandardOpenOption.APPEND);
        assertThat(export().exitCode()).isZero();
        assertThat(folder.digests(DAY)).isEqualTo(digests);
        Files.delete(folder.day("latest"));
        assertThat(export().exitCode()).isZero();
        assertThat(folder.latest()).isEqualTo(DAY);
        assertThat(export().exitCode()).isEqualTo(99);
    }

    @Test
    void aNewerReleaseMovesLatestOnAndKeepsTheDayBefore() throws IOException {
        export();
        var before = folder.digests(DAY);
        PublishedStore.publish(store, PublishedStore.DAY.plusDays(1));
        assertThat(export("--day", NEXT_DAY).exitCode()).isZero();
        assertThat(folder.names()).containsExactly(DAY, NEXT_DAY, "latest");
        assertThat(folder.latest()).isEqualTo(NEXT_DAY);
        assertThat(folder.digests(DAY)).isEqualTo(before);
    }

    @Test
    void aSkippedDayNeverHidesAnUnfinishedExport() {
        assertThat(export("--day", NEXT_DAY).exitCode()).isZero();
        var newer = export("--day", NEXT_DAY);
        assertThat(newer.exitCode()).isEqualTo(99);
        assertThat(newer.report().at("/outputs/reason").asText())
                .startsWith("nothing newer than " + DAY + " is published");
        var older = export("--day", "2026-02-01");
        assertThat(older.exitCode()).isEqualTo(99);
        assertThat(older.report().at("/outputs/reason").asText())
                .startsWith("2026-02-01 is older than the newest published day");
    }

    @Test
    void aCorrectedFleetReplacesTheDay() {
        export();
        store.execute("UPDATE core.wind_turbine SET owner_name = 'Outra' WHERE designation = 'AEG-05'");
        PublishedStore.publish(store, PublishedStore.DAY);
        var corrected = export();
        assertThat(corrected.report().at("/outputs/changed").asBoolean()).isTrue();
        assertThat(folder.day(DAY).resolve("aerogeradores.csv")).content().contains(",Outra,");
        assertThat(folder.names()).containsExactly(DAY, "latest");
    }

    @Test
    void whereNothingIsPublishedThereIsNothingToDo() {
        store.execute("TRUNCATE ops.release CASCADE");
        var ended = export();
        assertThat(ended.exitCode()).isEqualTo(99);
        assertThat(ended.report().at("/outputs/reason").asText()).startsWith("nothing of wind_fleet is published yet");
        assertThat(folder.names()).isEmpty();
    }

    private Ended export(String... arguments) {
        var all = new java.util.ArrayList<>(java.util.List.of("--dataset", "wind_fleet"));
        all.addAll(java.util.List.of(arguments));
        return task.run("export-tableau", all.toArray(String[]::new));
    }
}
