package dev.catavento.source.telemetry;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The keys of one signal of a source in {@code sources.yaml}. */
public enum SignalKey {
    COLUMN(
            "required",
            "the source's column; for `kind: statistics` a mapping of `mean` (required), `min`, `max`, `std`, `count`"),
    UNIT("`stored_unit`; one of the two is required", "the source's unit"),
    STORED_UNIT("`unit`", "the unit in the store"),
    TAG("required", "name by IEC 61400-25"),
    KIND("`linear`", "`circular`: a direction in °, averaged as a vector; `linear`: anything else"),
    MIN("unlimited", "least possible value, in the stored unit"),
    MAX("unlimited", "greatest possible value, likewise"),
    RESOLUTION(
            "required",
            "smallest step of the values, in the stored unit; where it is coarser than the usual one, `stuck_after` of a known "
                    + "signal is longer in proportion"),
    STUCK_AFTER("never", "a value that repeats for longer than this is that of a stuck sensor: `60 min`, `6 h`");

    private final String byDefault;
    private final String meaning;

    SignalKey(String byDefault, String meaning) {
        this.byDefault = byDefault;
        this.meaning = meaning;
    }

    /** As it stands in the file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What holds when the key is absent, for a signal that is not a {@link KnownSignal}. */
    public String byDefault() {
        return byDefault;
    }

    /** A sentence for people. */
    public String meaning() {
        return meaning;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(SignalKey::word).toList();
    }
}
