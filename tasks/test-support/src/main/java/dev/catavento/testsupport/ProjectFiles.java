package dev.catavento.testsupport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the project and the recorded public data lie. */
public final class ProjectFiles {
    private ProjectFiles() {}

    public static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("infrastructure/local/task"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException(
                        "not inside the project: " + Path.of("").toAbsolutePath());
            }
        }
        return folder;
    }

    /** The recorded data, when they are there: {@code CATAVENTO_SHARED_DATA}, else {@code ../shared/data}. */
    public static Optional<Path> sharedData() {
        var given = System.getenv("CATAVENTO_SHARED_DATA");
        var folder = given == null || given.isBlank() ? root().resolve("../shared/data") : root().resolve(given);
        return Optional.of(folder.normalize()).filter(Files::isDirectory);
    }
}
