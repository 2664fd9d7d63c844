package dev.catavento.simulator.query;

/** What a request asks for; faults and counters tell requests apart by it. */
public enum RequestKind {
    METADATA,
    COUNT,
    IDS,
    STATISTICS,
    PAGE,
    /** Samples of turbines, in any dialect. */
    TELEMETRY;

    /** What a request to {@code /query} asks for. */
    public static RequestKind of(Parameters parameters) {
        if (given(parameters, "returnCountOnly")) {
            return COUNT;
        }
        if (given(parameters, "returnIdsOnly")) {
            return IDS;
        }
        return parameters.find("outStatistics").isPresent() ? STATISTICS : PAGE;
    }

    private static boolean given(Parameters parameters, String name) {
        return parameters.find(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    public String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
