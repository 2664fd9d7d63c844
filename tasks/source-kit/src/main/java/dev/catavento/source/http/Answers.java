package dev.catavento.source.http;

import java.net.URI;

/** Whoever answers questions: a source over HTTP, or what was kept of its answers. Safe for any number of threads. */
public interface Answers {
    /**
     * Hands an answer to the reader while it comes; what the reader leaves is not fetched.
     *
     * @param accept media type asked for
     * @throws SourceFailure when no answer came, or not the whole of what the reader wanted; any status is an answer
     * @throws java.io.UncheckedIOException when the reader failed by itself
     */
    <T> T stream(URI url, String accept, StreamedAnswer.Reader<T> reader) throws InterruptedException;
}
