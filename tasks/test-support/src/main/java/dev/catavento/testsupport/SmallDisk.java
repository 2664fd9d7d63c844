package dev.catavento.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder on a disk that is full soon, or that cannot be written: a tmpfs mounted for it or, in a container that may
 * not mount, the container's own {@code /dev} (a tmpfs of 64 MiB) filled up, and a mount that is read-only as it is.
 */
public final class SmallDisk implements AutoCloseable {
    private static final Path DEVICES = Path.of("/dev");
    private static final long SMALL_ENOUGH_TO_FILL = 256L << 20;

    private final Path folder;
    private final AutoCloseable release;

    private SmallDisk(Path folder, AutoCloseable release) {
        this.folder = folder;
        this.release = release;
    }

    /** A new folder with room for {@code kilobytes} (1,024 bytes each); none if this machine allows no way to have one. */
    public static Optional<SmallDisk> of(int kilobytes, Path below) {
        return mounted(below, "size=" + kilobytes + "k").or(() -> filled(kilobytes * 1024L));
    }

    /** A folder that cannot be written by anybody; none if this machine allows no way to have one. */
    public static Optional<SmallDisk> readOnly(Path below) {
        return mounted(below, "size=64k,ro")
                .or(() -> mounts().filter(mount -> mount.type().equals("sysfs") && mount.readOnly())
                        .findFirst()
                        .map(mount -> new SmallDisk(mount.at(), () -> {})));
    }

    /** Where to write. */
    public Path folder() {
        return folder;
    }

    /** From now on nobody can write what is on it; false if this machine allows no way to have that. */
    public boolean freeze() {
        return run("mount", "-o", "remount,ro", folder.toString()) == 0;
    }

    /** The disk is gone with all on it. */
    @Override
    public void close() {
        try {
            release.close();
        } catch (Exception e) {
            throw new IllegalStateException("the small disk at " + folder + " could not be removed", e);
        }
    }

    private static Optional<SmallDisk> mounted(Path below, String options) {
        try {
            var folder = Files.createTempDirectory(below, "small-disk-");
            if (run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString()) != 0) {
                Files.delete(folder);
                return Optional.empty();
            }
            return Optional.of(new SmallDisk(folder, () -> run("umount", folder.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<SmallDisk> filled(long bytesLeft) {
        try {
            var store = Files.getFileStore(DEVICES);
            if (!store.type().equals("tmpfs")
                    || store.getTotalSpace() > SMALL_ENOUGH_TO_FILL
                    || !Files.isWritable(DEVICES)) {
                return Optional.empty();
            }
            var folder = Files.createTempDirectory(DEVICES, "small-disk-");
            var ballast = folder.resolveSibling(folder.getFileName() + ".ballast");
            long taken = Math.max(0, store.getUnallocatedSpace() - bytesLeft);
            if (run("fallocate", "--length", Long.toString(taken), ballast.toString()) != 0) {
                Files.delete(folder);
                return Optional.empty();
            }
            return Optional.of(new SmallDisk(folder, () -> {
                Files.delete(ballast);
                delete(folder);
            }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static Stream<Mount> mounts() {
        try {
            return Files.readAllLines(Path.of("/proc/mounts")).stream().map(Mount::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException notInstalled) {
            return 127;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Mount(Path at, String type, boolean readOnly) {
        static Mount of(String line) {
            var parts = line.split(" ");
            return new Mount(
                    Path.of(parts[1]), parts[2], Stream.of(parts[3].split(",")).anyMatch("ro"::equals));
        }
    }
}
