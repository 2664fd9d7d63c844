package dev.catavento.source.telemetry;

import java.util.Locale;

/** What a row's stamp says of the period (one cadence long) that its values describe. */
public enum StampMeaning {
    /** The period begins at the stamp. */
    START,
    /** The period ends at the stamp: 00:10 at a cadence of 10 minutes speaks of 00:00 to 00:10. */
    END,
    /** There is no period: the values were taken at that instant. */
    INSTANT;

    /** As it stands in {@code sources.yaml}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
