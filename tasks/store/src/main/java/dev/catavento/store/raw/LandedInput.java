package dev.catavento.store.raw;

import java.time.Instant;
import java.util.List;

/**
 * What a source answered of a day, as it was kept.
 *
 * @param id of the landing that lists it
 * @param capturedAt when the source had been read
 * @param parts in order
 */
public record LandedInput(long id, Instant capturedAt, List<Part> parts) {

    /**
     * A part of an answer.
     *
     * @param url where the answer came from; parts of one answer follow each other
     * @param sha256 of the part, unpacked
     */
    public record Part(String url, byte[] sha256) {}
}
