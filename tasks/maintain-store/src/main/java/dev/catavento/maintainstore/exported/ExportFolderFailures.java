package dev.catavento.maintainstore.exported;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** Says what is wrong with the export folder in a way an operator can mend. */
final class ExportFolderFailures {
    private ExportFolderFailures() {}

    static TaskException classify(Path exports, IOException e) {
        return new TaskException(
                ErrorKind.CONFIGURATION,
                "old exports in " + exports + " cannot be removed: " + reason(e),
                "./catavento doctor names the folder on the machine and the chown that opens it; it is the one that"
                        + " CATAVENTO_EXPORT_DIR names (default: exports). The next run completes what is begun",
                e);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied for " + denied.getFile();
            case NotDirectoryException file -> file.getFile() + " is not a folder";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
