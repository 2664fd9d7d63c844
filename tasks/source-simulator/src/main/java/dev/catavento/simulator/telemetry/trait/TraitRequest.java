package dev.catavento.simulator.telemetry.trait;

import dev.catavento.simulator.fault.BadFault;
import dev.catavento.simulator.fault.FaultParameter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads which trait is wanted; anything unknown is refused with what would be known. */
public final class TraitRequest {

    private TraitRequest() {}

    /** @param body {@code kind} and its parameters, as JSON gives them */
    public static Trait parse(Map<String, Object> body) {
        Map<String, Object> rest = new HashMap<>(body);
        TraitKind kind = kind(String.valueOf(rest.remove("kind")));
        Map<String, Object> values = new LinkedHashMap<>();
        for (FaultParameter parameter : kind.parameters()) {
            Object given = rest.remove(parameter.name());
            values.put(
                    parameter.name(), given == null ? parameter.fallback() : parameter.check(kind.wireName(), given));
        }
        if (!rest.isEmpty()) {
            throw new BadFault("unknown parameter " + String.join(", ", rest.keySet()) + " of " + kind.wireName()
                    + "; valid: "
                    + kind.parameters().stream().map(FaultParameter::name).collect(Collectors.joining(", ")));
        }
        checkDay(kind, (String) values.getOrDefault("day", ""));
        return new Trait(kind, values);
    }

    /** Several in one text: {@code gaps:percent=2,run=5;stuck-sensor:turbine=T-0003}. */
    public static List<Trait> parseAll(String text) {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(TraitRequest::body)
                .map(TraitRequest::parse)
                .toList();
    }

    private static Map<String, Object> body(String text) {
        String[] kindAndRest = text.split(":", 2);
        Map<String, Object> body = new LinkedHashMap<>(Map.of("kind", kindAndRest[0].strip()));
        if (kindAndRest.length == 2) {
            for (String pair : kindAndRest[1].split(",")) {
                String[] nameAndValue = pair.split("=", 2);
                if (nameAndValue.length < 2) {
                    throw new BadFault("'" + text + "' is not KIND:name=value,name=value");
                }
                body.put(nameAndValue[0].strip(), value(nameAndValue[1].strip()));
            }
        }
        return body;
    }

    private static Object value(String text) {
        if (text.matches("-?\\d{1,9}")) {
            return Integer.valueOf(text);
        }
        return text.matches("-?\\d+\\.\\d+") ? (Object) Double.valueOf(text) : text;
    }

    private static TraitKind kind(String name) {
        return TraitKind.find(name)
                .orElseThrow(() -> new BadFault("unknown trait '" + name + "'; valid: "
                        + Arrays.stream(TraitKind.values())
                                .map(TraitKind::wireName)
                                .collect(Collectors.joining(", "))));
    }

    private static void checkDay(TraitKind kind, String day) {
        try {
            if (!day.isEmpty()) {
                LocalDate.parse(day);
            }
        } catch (DateTimeParseException e) {
            throw new BadFault(kind.wireName() + ": day must be yyyy-MM-dd, not '" + day + "'");
        }
    }
}
