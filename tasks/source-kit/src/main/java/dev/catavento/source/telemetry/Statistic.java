package dev.catavento.source.telemetry;

import java.util.Locale;

/** What a column says of a signal; the column of single samples counts as {@link #MEAN}. */
public enum Statistic {
    MEAN,
    MIN,
    MAX,
    /** Standard deviation, in the signal's unit. */
    STD,
    /** How many values the others rest on; has no unit. */
    COUNT;

    /** As it stands in {@code sources.yaml}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
