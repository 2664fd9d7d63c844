package dev.catavento.domain;

import java.time.Instant;

/** What the source says of the row itself: version, origin, and when it was last updated (null where unknown). */
public record SourceNote(String version, String origin, Instant updatedAt) {}
