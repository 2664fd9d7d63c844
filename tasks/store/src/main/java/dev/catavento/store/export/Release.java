package dev.catavento.store.export;

import java.time.LocalDate;

/** A publication as an export needs it; never changed once published. */
public record Release(long releaseId, LocalDate day, String rulesVersion) {}
