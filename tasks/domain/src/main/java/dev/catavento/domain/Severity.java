package dev.catavento.domain;

import java.util.Locale;

/** How much an issue matters to a reader of the data. */
public enum Severity {
    /** Worth knowing; the value is right or was made right beyond doubt. */
    INFO,
    /** The value may mislead. */
    WARNING,
    /** The row or value cannot be used as it is. */
    ERROR;

    /** The word used in tables and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
