package dev.catavento.source.telemetry;

import java.util.Locale;

/** What a source's rows are. */
public enum SourceKind {
    /** Single values, one a cadence. */
    SAMPLES,
    /** Statistics that somebody else has computed over each cadence: they pass through. */
    STATISTICS;

    /** As it stands in {@code sources.yaml}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
