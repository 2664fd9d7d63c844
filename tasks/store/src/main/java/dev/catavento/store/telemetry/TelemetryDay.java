package dev.catavento.store.telemetry;

import dev.catavento.domain.telemetry.Shard;
import java.time.LocalDate;

/**
 * A landed day of a source, or a shard of it.
 *
 * @param given true where the source gives statistics, false where it gives samples
 * @param sha256 of the statistics, in hex
 * @param samples values that the source gave
 * @param valid values that the statistics rest on
 * @param rows rows of statistics
 */
public record TelemetryDay(
        long id,
        String source,
        LocalDate day,
        Shard shard,
        boolean given,
        int cadenceSeconds,
        String sha256,
        String rulesVersion,
        long samples,
        long valid,
        int turbines,
        long rows) {
    private static final int WINDOW_SECONDS = 600;

    /** Samples that a full window has. */
    public int nExpected() {
        return WINDOW_SECONDS / cadenceSeconds;
    }
}
