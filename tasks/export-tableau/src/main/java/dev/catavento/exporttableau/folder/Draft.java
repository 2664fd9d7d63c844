package dev.catavento.exporttableau.folder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder under construction: it vanishes when closed, unless it was published. */
public final class Draft implements AutoCloseable {
    private final Path folder;

    Draft(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** Where a file of this name is to be. */
    public Path path(String file) {
        return folder.resolve(file);
    }

    public OutputStream create(String file) throws IOException {
        return Files.newOutputStream(path(file));
    }

    /** Makes sure that all of it has reached the disk. */
    void sync() throws IOException {
        for (var file : files()) {
            Trees.sync(file);
        }
        Trees.sync(folder);
    }

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Override
    public void close() throws IOException {
        Trees.delete(folder);
    }
}
