package dev.catavento.exporttableau.folder;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;

/** Folders as a whole. */
final class Trees {
    private Trees() {}

    /** Deletes a file, or a folder with all that is in it; does nothing where there is none. Links are not followed. */
    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (var path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** True when both are folders that hold the same files with the same bytes, and nothing else. */
    static boolean same(Path one, Path other) throws IOException {
        if (!Files.isDirectory(one) || !Files.isDirectory(other) || !names(one).equals(names(other))) {
            return false;
        }
        for (var name : names(one)) {
            var there = other.resolve(name);
            if (!Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS)
                    || Files.mismatch(one.resolve(name), there) >= 0) {
                return false;
            }
        }
        return true;
    }

    static void sync(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
