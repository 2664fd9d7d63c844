package dev.catavento.store.export;

import java.time.LocalDate;

/** A publication as an export needs it; never changed once published. */
public record PublishedRelease(long releaseId, LocalDate day, String rulesVersion) {}
