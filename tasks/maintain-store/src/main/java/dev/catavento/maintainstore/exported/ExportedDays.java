package dev.catavento.maintainstore.exported;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A dataset's folder of exports: a folder a day, the link {@code latest}, and hidden folders of what is under way. A
 * day is renamed away before it is deleted, so that nobody ever sees half of it; the hidden name is that of a draft,
 * which an export too clears away. Only one run at a time may work here.
 */
final class ExportedDays {
    private static final Pattern GOING = Pattern.compile("\\.\\d{4}-\\d{2}-\\d{2}\\.[0-9a-f]{16}\\.tmp");
    private static final Pattern UNDER_WAY =
            Pattern.compile("\\.latest\\.link\\.tmp|\\.\\d{4}-\\d{2}-\\d{2}\\.[0-9a-f]{16}\\.(tmp|old)");
    private static final String LATEST = "latest";

    private final Path folder;

    ExportedDays(Path folder) {
        this.folder = folder;
    }

    /** Deletes what a killed run renamed away and did not delete. */
    void tidy() throws IOException {
        for (var leftOver : list(path -> GOING.matcher(name(path)).matches())) {
            delete(leftOver);
        }
    }

    Path of(LocalDate day) {
        return folder.resolve(day.toString());
    }

    List<LocalDate> listDays() throws IOException {
        return list(path -> isFolder(path) && day(name(path)).isPresent()).stream()
                .map(path -> day(name(path)).orElseThrow())
                .toList();
    }

    /** The day that the link names, be its folder there or not. */
    Optional<LocalDate> findLatest() throws IOException {
        var link = folder.resolve(LATEST);
        return Files.isSymbolicLink(link)
                ? day(Files.readSymbolicLink(link).getFileName().toString())
                : Optional.empty();
    }

    /** What lies in the folder and is neither a day, nor the link, nor under way. */
    List<Path> listForeign() throws IOException {
        return list(path -> !(isFolder(path) && day(name(path)).isPresent())
                && !(name(path).equals(LATEST) && Files.isSymbolicLink(path))
                && !UNDER_WAY.matcher(name(path)).matches());
    }

    /** What lies in a day's folder and is not a file that its Data Package lists; the folder itself if it has none. */
    List<Path> listForeign(LocalDate day) throws IOException {
        var listed = ListedNames.of(of(day));
        if (listed.isEmpty()) {
            return List.of(of(day));
        }
        try (var entries = Files.list(of(day))) {
            return entries.filter(path ->
                            !listed.contains(name(path)) || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }

    void remove(LocalDate day) throws IOException {
        var unique = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        var going = folder.resolve("." + day + "." + unique + ".tmp");
        Files.move(of(day), going, StandardCopyOption.ATOMIC_MOVE);
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
        delete(going);
    }

    private List<Path> list(Predicate<Path> wanted) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var entries = Files.list(folder)) {
            return entries.filter(wanted).sorted().toList();
        }
    }

    private static void delete(Path tree) throws IOException {
        try (var paths = Files.walk(tree)) {
            for (var path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static boolean isFolder(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private static Optional<LocalDate> day(String name) {
        try {
            return Optional.of(LocalDate.parse(name));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
