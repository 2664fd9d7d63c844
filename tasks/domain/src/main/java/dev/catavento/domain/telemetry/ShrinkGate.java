package dev.catavento.domain.telemetry;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether a day of telemetry that is published already may be replaced: half an answer is well-formed too, and a day
 * that lost samples is more often badly read than truly smaller.
 */
public final class ShrinkGate {
    private static final double MOST_LOST = 0.05;

    private ShrinkGate() {}

    /**
     * The reason for a refusal, empty where the day may be replaced.
     *
     * @param loaded samples that the published day rests on; 0 for a day that is not published yet
     * @param lost how many of them the new day no longer has, window by window: a gain elsewhere makes up for none
     */
    public static Optional<String> refuse(long loaded, long lost) {
        if (lost <= MOST_LOST * loaded) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "the day would lose %,d of the %,d samples it rests on (%.1f %%); the limit is 5 %%",
                lost,
                loaded,
                100.0 * lost / loaded));
    }
}
