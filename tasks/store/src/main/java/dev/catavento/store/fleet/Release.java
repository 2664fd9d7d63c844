package dev.catavento.store.fleet;

import java.time.LocalDate;

/** A publication, as far as the next one needs to know it. */
public record Release(long id, LocalDate day, long snapshotId, String rulesVersion, int rowCount, String countsJson) {}
