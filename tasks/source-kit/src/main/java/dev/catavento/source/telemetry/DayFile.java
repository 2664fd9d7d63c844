package dev.catavento.source.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file that holds a day's rows.
 *
 * @param path where it can be read
 * @param origin its path or URL at the source, no credential in it
 * @param fetched true for a copy that {@link #close} removes
 */
public record DayFile(Path path, String origin, boolean fetched) implements AutoCloseable {
    @Override
    public void close() {
        if (fetched) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
