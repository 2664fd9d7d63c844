package dev.catavento.exporttableau.folder;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Says what is wrong with the export folder in a way an operator can mend. */
public final class FolderFailures {
    private static final Pattern FULL = Pattern.compile("(?i)no space left|quota exceeded|espaço");
    private static final long NEXT_TO_NOTHING = 1 << 16;

    private final Path exports;

    public FolderFailures(Path exports) {
        this.exports = exports;
    }

    public TaskException classify(Exception e) {
        var said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (FULL.matcher(said).find() || isFull()) {
            return new TaskException(
                    ErrorKind.DISK_FULL,
                    "no space left in the export folder " + exports + ": " + said,
                    "free space there, then run it again; nothing half was kept",
                    e);
        }
        return new TaskException(
                ErrorKind.CONFIGURATION,
                "the export folder " + exports + " cannot be written: " + reason(e, said),
                "./catavento doctor names the folder on the machine and the chown that opens it; it is the one that"
                        + " CATAVENTO_EXPORT_DIR names (default: exports), which the task's user must own, on a disk that has links",
                e);
    }

    private static String reason(Exception e, String said) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied for " + denied.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " is not a folder";
            case NotDirectoryException file -> file.getFile() + " is not a folder";
            default -> said;
        };
    }

    private boolean isFull() {
        try {
            if (!Files.isDirectory(exports)) {
                return false;
            }
            var disk = Files.getFileStore(exports);
            return !disk.isReadOnly() && disk.getUsableSpace() < NEXT_TO_NOTHING;
        } catch (IOException unknown) {
            return false;
        }
    }
}
