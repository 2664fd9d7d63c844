package dev.catavento.systemtests;

import dev.catavento.testsupport.ProjectFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The project's own Java files. */
final class JavaSources {
    private JavaSources() {}

    /** Files below {@code tasks}, those of tests left out, as paths relative to it. */
    static List<Path> main() {
        var tasks = ProjectFiles.root().resolve("tasks");
        try (var files = Files.walk(tasks)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(tasks::relativize)
                    .filter(file -> file.toString().contains("src/main/java/"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(ProjectFiles.root().resolve("tasks").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
