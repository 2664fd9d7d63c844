package dev.catavento.simulator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the real captures lie, for the tests that need them. */
public final class SharedData {

    private SharedData() {}

    /** The folder; skips the test, saying why, where it is not there. */
    public static Path folder(String name) {
        String given = System.getenv("CATAVENTO_SHARED_DATA");
        Path root = given == null || given.isBlank() ? beside() : Path.of(given);
        Path folder = root.resolve(name);
        assumeTrue(
                Files.isDirectory(folder),
                "shared data is not here: " + folder + " (CATAVENTO_SHARED_DATA names another place)");
        return folder;
    }

    private static Path beside() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.isDirectory(here.resolve("shared/data"))) {
            here = here.getParent();
        }
        return here == null ? Path.of("../shared/data") : here.resolve("shared/data");
    }
}
