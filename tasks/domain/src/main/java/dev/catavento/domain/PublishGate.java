package dev.catavento.domain;

import java.util.Locale;
import java.util.Optional;

/** Whether a fleet may be published: few rows in quarantine, and about as many turbines as the last time. */
public final class PublishGate {
    private static final double MOST_QUARANTINED = 0.01;
    private static final double SMALLEST = 0.95;
    private static final double LARGEST = 1.20;

    private PublishGate() {}

    /**
     * The reason for a refusal, empty where it may be published.
     *
     * @param rows rows read
     * @param turbines the fleet to publish
     * @param last the fleet published last, 0 where there is none
     */
    public static Optional<String> refuse(long rows, long quarantined, long turbines, long last) {
        if (turbines == 0) {
            return Optional.of("the fleet is empty");
        }
        if (quarantined > MOST_QUARANTINED * rows) {
            return Optional.of(say(
                    "%,d of %,d rows (%.1f %%) cannot be placed or named; the limit is 1 %%",
                    quarantined, rows, 100.0 * quarantined / rows));
        }
        if (last > 0 && (turbines < SMALLEST * last || turbines > LARGEST * last)) {
            return Optional.of(say(
                    "the fleet has %,d turbines, the last one had %,d (%+.1f %%); the limits are -5 %% and +20 %%",
                    turbines, last, 100.0 * (turbines - last) / last));
        }
        return Optional.empty();
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
