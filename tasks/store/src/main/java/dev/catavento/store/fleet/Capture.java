package dev.catavento.store.fleet;

import java.time.Instant;

/** That a day was captured and proven complete, and the snapshot that holds what the source said. */
public record Capture(long snapshotId, Instant capturedAt, int rowCount) {}
