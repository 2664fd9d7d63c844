package dev.catavento.simulator.telemetry.serve;

import java.time.Instant;

/** From a stamp to another, both included, in ms since 1970-01-01T00:00Z. */
public record StampRange(long fromMillis, long toMillis) {

    public static StampRange closed(Instant from, Instant to) {
        return new StampRange(from.toEpochMilli(), to.toEpochMilli());
    }

    public static StampRange halfOpen(Instant from, Instant to) {
        return new StampRange(from.toEpochMilli(), to.toEpochMilli() - 1);
    }

    boolean holds(long millis) {
        return millis >= fromMillis && millis <= toMillis;
    }

    public boolean isBackwards() {
        return fromMillis > toMillis + 1;
    }

    public long middleMillis() {
        return fromMillis + (toMillis - fromMillis) / 2;
    }
}
