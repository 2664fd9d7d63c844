package dev.catavento.simulator.fault;

import dev.catavento.simulator.query.RequestKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which requests a fault is for. */
public enum FaultMatch {
    PAGE,
    COUNT,
    IDS,
    STATISTICS,
    METADATA,
    TELEMETRY,
    ANY;

    static FaultMatch parse(String name) {
        return Arrays.stream(values())
                .filter(match -> match.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadFault("unknown match '" + name + "'; valid: "
                        + Arrays.stream(values()).map(FaultMatch::wireName).collect(Collectors.joining(", "))));
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean covers(RequestKind kind) {
        return this == ANY || name().equals(kind.name());
    }
}
