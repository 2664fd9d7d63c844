package dev.catavento.simulator.telemetry.serve;

import java.util.Arrays;
import java.util.Optional;

/** How often a source gives a sample. */
public enum Frequency {
    EVERY_MINUTE(1),
    EVERY_FIVE_MINUTES(5),
    EVERY_TEN_MINUTES(10);

    private final int minutes;

    Frequency(int minutes) {
        this.minutes = minutes;
    }

    /** By its number of minutes, as text. */
    public static Optional<Frequency> find(String minutes) {
        return Arrays.stream(values())
                .filter(f -> String.valueOf(f.minutes).equals(minutes))
                .findFirst();
    }

    public int minutes() {
        return minutes;
    }

    long millis() {
        return minutes * 60_000L;
    }
}
