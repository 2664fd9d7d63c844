package dev.catavento.maintainstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.catavento.testsupport.SmallDisk;
import dev.catavento.testsupport.TaskProcess.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which folders of exports go, and what is never touched. */
class ExportRetentionIT {
    private static final String HORIZON = AgedStore.TODAY.minusDays(90).toString();
    private static final String PAST = LocalDate.parse(HORIZON).minusDays(1).toString();
    private static final String NEWEST = "2026-02-27";

    @TempDir
    private Path exports;

    private AgedStore aged;

    @BeforeEach
    void publish() {
        aged = new AgedStore(exports).publish(NEWEST);
        aged.publishBy(PAST, NEWEST);
        aged.publishBy(HORIZON, NEWEST);
    }

    @Test
    void aDayBeyondTheHorizonGoesAndItsReleaseStays() throws Exception {
        exportAll(PAST, HORIZON, NEWEST);
        aged.latest(NEWEST);
        var dry = removes("--dry-run");
        assertThat(dry.stderr()).contains("would remove wind_fleet/" + PAST);
        assertThat(aged.exported()).containsExactly(PAST, HORIZON, NEWEST, "latest");
        removes();
        assertThat(aged.exported()).containsExactly(HORIZON, NEWEST, "latest");
        assertThat(aged.store.value("SELECT count(*) FROM out.release WHERE day = '" + PAST + "'"))
                .isEqualTo("1");
    }

    @Test
    void eachSourceOfTelemetryHasAFolderOfItsOwn() throws Exception {
        for (var day : List.of(PAST, HORIZON, NEWEST)) {
            aged.publishTelemetry("demo", day);
            Files.createDirectories(exports.resolve("telemetry"));
            Files.move(
                    aged.export(day),
                    Files.createDirectories(exports.resolve("telemetry/demo")).resolve(day));
        }
        aged.publishTelemetry("other", NEWEST);
        var ended = removes();
        assertThat(ended.report().at("/outputs/foreign_files").asInt()).isZero();
        assertThat(exports.resolve("telemetry/demo").resolve(PAST)).doesNotExist();
        assertThat(exports.resolve("telemetry/demo").resolve(HORIZON)).exists();
        assertThat(exports.resolve("telemetry/demo").resolve(NEWEST)).exists();
    }

    @Test
    void whatLatestPointsToStaysHoweverOld() throws Exception {
        exportAll(PAST);
        aged.latest(PAST);
        assertThat(aged.maintain().exitCode()).isZero();
        assertThat(aged.exported()).containsExactly(PAST, "latest");
    }

    @Test
    void theNewestPublishedDayStaysThoughTheLinkIsMissing() throws Exception {
        aged.store.execute("DELETE FROM ops.release WHERE day > '" + PAST + "'");
        exportAll(PAST);
        assertThat(aged.maintain().exitCode()).isZero();
        assertThat(aged.exported()).containsExactly(PAST);
    }

    @Test
    void foreignFilesAreLeftAloneAndNamed() throws Exception {
        exportAll(PAST, "2025-11-01");
        Files.writeString(exports.resolve("wind_fleet").resolve(PAST).resolve("notes.xlsx"), "mine");
        Files.createDirectories(exports.resolve("wind_fleet/2025-10-01"));
        Files.writeString(exports.resolve("wind_fleet/readme.txt"), "mine");
        Files.createDirectories(exports.resolve("wind_fleet/.2025-10-01.old"));
        var ended = aged.maintain();
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(aged.exported()).containsExactly(".2025-10-01.old", "2025-10-01", "2025-11-01", PAST, "readme.txt");
        assertThat(exports.resolve("wind_fleet").resolve(PAST)).isDirectoryContaining("glob:**/wind_farm.csv");
        assertThat(ended.report().at("/outputs/foreign").asText())
                .isEqualTo("wind_fleet/.2025-10-01.old, wind_fleet/readme.txt, wind_fleet/2025-10-01,"
                        + " wind_fleet/2025-11-01, wind_fleet/" + PAST + "/notes.xlsx");
        assertThat(ended.report().at("/outputs/foreign_files").asInt()).isEqualTo(5);
        assertThat(ended.stderr()).contains("is of a day that this store never published", "is not an export");
    }

    @Test
    void aLinkInADaysPlaceIsNotFollowed() throws Exception {
        var elsewhere = Files.createDirectories(exports.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("file"), "mine");
        Files.createDirectories(exports.resolve("wind_fleet"));
        Files.createSymbolicLink(exports.resolve("wind_fleet").resolve(PAST), elsewhere);
        assertThat(aged.maintain().exitCode()).isZero();
        assertThat(elsewhere.resolve("file")).hasContent("mine");
        assertThat(aged.exported()).containsExactly(PAST);
    }

    @Test
    void whatAKilledRunRenamedAwayIsDeletedByTheNext() throws Exception {
        Files.move(aged.export(PAST), exports.resolve("wind_fleet/." + PAST + ".0123456789abcdef.tmp"));
        assertThat(aged.maintain("--dry-run").exitCode()).isZero();
        assertThat(aged.exported()).hasSize(1);
        assertThat(aged.maintain().exitCode()).isZero();
        assertThat(aged.exported()).isEmpty();
    }

    @Test
    void aDiskThatCannotBeWrittenIsForThePersonAndTheNextRunCompletes() throws Exception {
        var disk = SmallDisk.of(512, exports);
        assumeTrue(disk.isPresent(), "a small disk is needed: root may mount a tmpfs");
        try (var small = disk.get()) {
            var there = new AgedStore(small.folder()).publish(NEWEST);
            there.publishBy(PAST, NEWEST);
            there.export(PAST);
            assumeTrue(small.freeze(), "a disk must be mounted read-only, which root may");
            var ended = there.maintain();
            assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(1);
            assertThat(ended.report().at("/error/message").asText())
                    .contains("cannot be removed", "Read-only file system");
            assertThat(there.exported()).containsExactly(PAST);
            // the steps before it are done and reported
            assertThat(ended.report().at("/outputs/raw_days_removed").asInt()).isEqualTo(3);
        }
    }

    @Test
    void aFileInTheFoldersPlaceAndAMissingSettingAreNamed() throws Exception {
        Files.writeString(exports.resolve("wind_fleet"), "x");
        var ended = aged.maintain();
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.report().at("/error/message").asText()).contains("wind_fleet is not a folder");
        var without = AgedStore.maintain(aged.task().with("CATAVENTO_EXPORT_DIR", null));
        assertThat(without.exitCode()).isEqualTo(1);
        assertThat(without.report().at("/error/message").asText()).isEqualTo("CATAVENTO_EXPORT_DIR is not set");
    }

    @Test
    void withoutAnyExportThereIsNothingToRemove() {
        var none = new AgedStore(exports.resolve("none"));
        assertThat(none.maintain().exitCode()).isZero();
        assertThat(exports.resolve("none")).doesNotExist();
    }

    private void exportAll(String... days) throws Exception {
        for (var day : days) {
            aged.export(day);
        }
    }

    private Ended removes(String... more) {
        var ended = aged.maintain(more);
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(ended.report().at("/outputs/export_days_removed").asInt()).isEqualTo(1);
        return ended;
    }
}
