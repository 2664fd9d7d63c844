package dev.catavento.exporttableau.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.StreamSupport;

/**
 * A dataset's exports: a folder a day, each complete or absent, and {@code latest}, a relative link to the newest.
 * Whatever is under way has a hidden name beside them, so that a rename is all it takes to publish; what a killed run
 * left is put right by {@link #tidy()}. Only one run at a time may work here.
 */
public final class DatasetFolder {
    private static final String DRAFT = ".tmp";
    private static final String ASIDE = ".old";

    private final Path folder;

    public DatasetFolder(Path exports, String dataset) {
        this.folder = exports.resolve(dataset);
    }

    /** Makes the folder where it is missing; completes or takes back what a killed run left half done. */
    public void tidy() throws IOException {
        Files.createDirectories(folder);
        for (var leftOver : leftOvers()) {
            var name = leftOver.getFileName().toString();
            var published = folder.resolve(name.substring(1, name.indexOf('.', 1)));
            if (name.endsWith(ASIDE) && !Files.exists(published, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(leftOver, published, StandardCopyOption.ATOMIC_MOVE);
            } else {
                Trees.delete(leftOver);
            }
        }
    }

    public Path of(LocalDate day) {
        return folder.resolve(day.toString());
    }

    public LatestLink latest() {
        return new LatestLink(folder);
    }

    /** A new hidden folder to build the day in. */
    public Draft draft(LocalDate day) throws IOException {
        return new Draft(Files.createDirectory(hidden(day.toString(), DRAFT)));
    }

    /**
     * Puts the draft in the day's place; a folder with the same bytes stays as it is.
     *
     * @return false when nothing had to be changed
     */
    public boolean publish(Draft draft, LocalDate day) throws IOException {
        draft.sync();
        var published = of(day);
        if (Trees.same(draft.folder(), published)) {
            return false;
        }
        if (Files.exists(published, LinkOption.NOFOLLOW_LINKS)) {
            var aside = hidden(day.toString(), ASIDE);
            Files.move(published, aside, StandardCopyOption.ATOMIC_MOVE);
            Files.move(draft.folder(), published, StandardCopyOption.ATOMIC_MOVE);
            Trees.sync(folder);
            Trees.delete(aside);
        } else {
            Files.move(draft.folder(), published, StandardCopyOption.ATOMIC_MOVE);
            Trees.sync(folder);
        }
        return true;
    }

    /** Deletes the folder with all exports. */
    public void delete() throws IOException {
        Trees.delete(folder);
    }

    private Path hidden(String name, String suffix) {
        var unique = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return folder.resolve("." + name + "." + unique + suffix);
    }

    private List<Path> leftOvers() throws IOException {
        try (var entries = Files.newDirectoryStream(folder, ".*.*{" + DRAFT + "," + ASIDE + "}")) {
            return StreamSupport.stream(entries.spliterator(), false).sorted().toList();
        }
    }
}
