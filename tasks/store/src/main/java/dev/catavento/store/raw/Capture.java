package dev.catavento.store.raw;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That a day was captured.
 *
 * @param provisional asked for before the day had ended
 * @param snapshotDay the first day the snapshot was captured for; another than {@code day} when it was confirmed
 */
public record Capture(
        LocalDate day, Instant capturedAt, boolean provisional, long snapshotId, LocalDate snapshotDay, int rowCount) {}
