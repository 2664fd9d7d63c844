package dev.catavento.source.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * An answer whose body is still coming.
 *
 * @param retryAfter what the server asked for, zero when it asked for nothing
 * @param body unpacked; reading it throws {@link SourceFailure} where the source fails
 */
public record StreamedAnswer(int status, Duration retryAfter, InputStream body) {

    /** Works on an answer while it comes. */
    @FunctionalInterface
    public interface Reader<T> {
        /** @throws IOException of the reader's own making: a full disk, never the source */
        T read(StreamedAnswer answer) throws IOException;
    }
}
