package dev.catavento.simulator.fault;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what {@code POST /control/faults} was sent; anything unknown is refused with what would be known. */
public final class FaultRequest {

    private static final String COUNT = "count";
    private static final String MATCH = "match";
    private static final String AFTER = "after_requests";

    private FaultRequest() {}

    public static Fault parse(Map<String, Object> body) {
        Map<String, Object> rest = new HashMap<>(body);
        if (!(rest.remove("kind") instanceof String name)) {
            throw new BadFault("'kind' is missing; GET /control/faults/kinds lists the kinds");
        }
        FaultKind kind = FaultKind.parse(name);
        Map<String, Object> values = new LinkedHashMap<>();
        for (FaultParameter parameter : kind.parameters()) {
            Object given = rest.remove(parameter.name());
            values.put(parameter.name(), given == null ? parameter.fallback() : parameter.check(name, given));
        }
        int count = whole(rest.remove(COUNT), COUNT, kind.defaultCount());
        int after = whole(rest.remove(AFTER), AFTER, 0);
        FaultMatch match = FaultMatch.parse(rest.remove(MATCH) instanceof String text ? text : "any");
        if (!rest.isEmpty()) {
            throw new BadFault("unknown parameter " + String.join(", ", rest.keySet()) + " of " + name + "; valid: "
                    + validNames(kind));
        }
        if (count < -1 || count == 0) {
            throw new BadFault("count must be 1 or more, or -1 (until cleared)");
        }
        return new Fault(kind, match, count, after, values);
    }

    private static String validNames(FaultKind kind) {
        return Stream.concat(
                        Stream.of(COUNT, MATCH, AFTER),
                        kind.parameters().stream().map(FaultParameter::name))
                .collect(Collectors.joining(", "));
    }

    private static int whole(Object value, String name, int fallback) {
        return value == null
                ? fallback
                : (int) FaultParameter.number(name, 0, "").check("fault", value);
    }
}
