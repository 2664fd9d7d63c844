package dev.catavento.exporttableau.folder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.task.ErrorKind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FolderFailuresTest {
    private final FolderFailures failures = new FolderFailures(Path.of("/exports"));

    @Test
    void aFullDiskIsToldFromOtherFaults() {
        assertThat(failures.classify(new IOException("No space left on device")).kind())
                .isEqualTo(ErrorKind.DISK_FULL);
        assertThat(failures.classify(new FileSystemException("/exports/x", null, "Disk quota exceeded"))
                        .kind())
                .isEqualTo(ErrorKind.DISK_FULL);
    }

    @Test
    void aFolderThatMayNotBeWrittenIsNamed() {
        var failure = failures.classify(new AccessDeniedException("/exports/wind_fleet"));
        assertThat(failure.kind()).isEqualTo(ErrorKind.CONFIGURATION);
        assertThat(failure).hasMessageContaining("permission denied for /exports/wind_fleet");
    }
}
