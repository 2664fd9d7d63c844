package dev.catavento.domain.telemetry;

import dev.catavento.domain.Severity;
import java.util.Locale;

/** What is looked for when a day of telemetry is published, beside what the cleaning of its samples found. */
public enum PublicationRule {
    TURBINE_IN_TWO_SOURCES(
            Severity.WARNING,
            "another source, or another name in this one, is mapped to the same turbine; both are kept",
            "outra fonte, ou outro nome nesta, corresponde ao mesmo aerogerador; as duas são mantidas");

    private final Severity severity;
    private final String meaning;
    private final String meaningPt;

    PublicationRule(Severity severity, String meaning, String meaningPt) {
        this.severity = severity;
        this.meaning = meaning;
        this.meaningPt = meaningPt;
    }

    /** The word used in tables and files: {@code turbine-in-two-sources}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    public String meaning() {
        return meaning;
    }

    public String meaningPt() {
        return meaningPt;
    }
}
