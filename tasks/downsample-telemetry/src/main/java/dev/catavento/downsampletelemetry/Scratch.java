package dev.catavento.downsampletelemetry;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;

/** A temporary folder that is gone when the run ends. */
final class Scratch implements AutoCloseable {
    private static final Pattern FULL = Pattern.compile("(?i)no space left|disk quota exceeded");

    private final Path folder;

    Scratch() {
        try {
            folder = Files.createTempDirectory("downsample-");
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** What it means that a scratch file cannot be written or read again. */
    static TaskException failure(IOException e) {
        var said = String.valueOf(e.getMessage());
        return FULL.matcher(said).find()
                ? new TaskException(
                        ErrorKind.DISK_FULL,
                        "no space for scratch files: " + said,
                        "free some space under the temporary folder",
                        e)
                : new TaskException(
                        ErrorKind.CONFIGURATION,
                        "a file cannot be written or read: " + said,
                        "look at the temporary folder (java.io.tmpdir) and at the source's file",
                        e);
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // the system clears temporary folders
        }
    }
}
