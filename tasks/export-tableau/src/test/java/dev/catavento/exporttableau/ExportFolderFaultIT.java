package dev.catavento.exporttableau;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.catavento.testsupport.SmallDisk;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TaskProcess.Ended;
import dev.catavento.testsupport.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An export folder that cannot take the files. */
class ExportFolderFaultIT {
    private static TestStore store;

    @TempDir
    private Path parent;

    @BeforeAll
    static void publish() {
        store = PublishedStore.of(5_000, false);
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 512, 1_500, 2_000, 2_800})
    void aFullDiskEndsItWith75AndNothingHalfIsLeft(int kilobytes) {
        try (var disk = available(SmallDisk.of(kilobytes, parent))) {
            var ended = export(disk.folder().toString());
            assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(75);
            assertThat(ended.report().at("/error/kind").asText()).isEqualTo("disk-full");
            assertThat(new ExportFolder(disk.folder()).names()).isEmpty();
        }
    }

    @Test
    void aReadOnlyDiskIsAMatterOfConfiguration() {
        try (var disk = available(SmallDisk.readOnly(parent))) {
            assertConfigurationFault(export(disk.folder().toString()), "Read-only file system");
        }
    }

    @Test
    void aFileInTheFoldersPlaceIsNamed() throws IOException {
        var file = Files.createFile(parent.resolve("file"));
        assertConfigurationFault(export(file.toString()), "the export folder " + file + " cannot be written");
    }

    @Test
    void aFolderInTheLinksPlaceIsNamed() throws IOException {
        Files.createDirectories(parent.resolve("wind_fleet/latest"));
        var ended = export(parent.toString());
        assertConfigurationFault(ended, "is in the way of the link to the newest day");
        assertThat(ended.report().at("/error/hint").asText()).contains("./catavento doctor", "chown");
    }

    @Test
    void withoutAFolderItSaysWhichVariableIsMissing() {
        assertConfigurationFault(export(null), "CATAVENTO_EXPORT_DIR is not set");
    }

    @Test
    void anUnknownDatasetIsAWrongUsageThatNamesTheRightOnes() {
        var ended = new TaskProcess(store.environment()).run("export-tableau", "--dataset", "solar");
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.report().at("/error/message").asText()).contains("solar", "wind_fleet");
    }

    private static Ended export(String folder) {
        return new TaskProcess(store.environment())
                .with("CATAVENTO_EXPORT_DIR", folder)
                .run("export-tableau", "--dataset", "wind_fleet");
    }

    private static void assertConfigurationFault(Ended ended, String message) {
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.report().at("/error/kind").asText()).isEqualTo("configuration");
        assertThat(ended.report().at("/error/message").asText()).contains(message);
        assertThat(ended.report().at("/error/hint").asText()).isNotBlank();
    }

    private static SmallDisk available(Optional<SmallDisk> disk) {
        assumeTrue(disk.isPresent(), "a small disk is needed: root may mount a tmpfs, or fill a container's /dev");
        return disk.get();
    }
}
