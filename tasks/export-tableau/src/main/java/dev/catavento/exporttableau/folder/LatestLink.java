package dev.catavento.exporttableau.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** {@code latest}: a relative link to the folder of the newest release's day, which may be an older one than before. */
public final class LatestLink {
    private static final String NAME = "latest";
    private static final String DRAFT = ".latest.link.tmp";

    private final Path folder;

    LatestLink(Path folder) {
        this.folder = folder;
    }

    /** True when the link names this day and its folder is there. */
    public boolean pointsTo(LocalDate day) throws IOException {
        return findTarget()
                .filter(target -> target.equals(day) && Files.isDirectory(folder.resolve(day.toString())))
                .isPresent();
    }

    /** True when the link names this day or a newer one, whose folder is there. */
    public boolean reaches(LocalDate day) throws IOException {
        var target = findTarget();
        return target.isPresent() && !target.get().isBefore(day) && pointsTo(target.get());
    }

    /** As {@link #moveTo}, unless the link names a newer day that is there. */
    public void advanceTo(LocalDate day) throws IOException {
        if (!reaches(day)) {
            moveTo(day);
        }
    }

    /** Switches the link to the day in one step, unless it points there. */
    public void moveTo(LocalDate day) throws IOException {
        if (pointsTo(day)) {
            return;
        }
        var link = folder.resolve(NAME);
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
            throw new NotLinkException(link.toString(), null, "is in the way of the link to the newest day");
        }
        var draft = folder.resolve(DRAFT);
        Files.deleteIfExists(draft);
        Files.createSymbolicLink(draft, Path.of(day.toString()));
        Files.move(draft, link, StandardCopyOption.ATOMIC_MOVE);
        Trees.sync(folder);
    }

    private Optional<LocalDate> findTarget() throws IOException {
        var link = folder.resolve(NAME);
        if (!Files.isSymbolicLink(link)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(Files.readSymbolicLink(link).toString()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
