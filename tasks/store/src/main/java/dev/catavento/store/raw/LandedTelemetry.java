package dev.catavento.store.raw;

import java.time.Instant;

/** The newest landed statistics of a source, day and shard, and what they were made of. */
public record LandedTelemetry(
        long id, Instant capturedAt, byte[] inputSha256, byte[] settingsSha256, String rulesVersion) {}
