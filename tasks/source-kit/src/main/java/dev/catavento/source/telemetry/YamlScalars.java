package dev.catavento.source.telemetry;

import dev.catavento.task.NearNames;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads what a scalar stands for, or says what it may be. */
final class YamlScalars {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,6}) ?(s|min|h)");
    private static final Pattern UUID_TEXT = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private YamlScalars() {}

    static double number(YamlValue value) {
        try {
            double number = Double.parseDouble(value.text());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw value.wrong("'" + value.text() + "' is not a number", "give one with a decimal point: 0.1");
    }

    static double positive(YamlValue value) {
        double number = number(value);
        if (number > 0) {
            return number;
        }
        throw value.wrong("'" + value.text() + "' is not above zero", "give a number above 0");
    }

    static boolean flag(YamlValue value) {
        return word(value, List.of("true", "false"), Function.identity()).equals("true");
    }

    static Duration duration(YamlValue value) {
        var parts = DURATION.matcher(value.text());
        if (!parts.matches()) {
            throw value.wrong(
                    "'" + value.text() + "' is not a duration", "give a whole number and s, min or h: 10 min");
        }
        long n = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "s" -> Duration.ofSeconds(n);
            case "min" -> Duration.ofMinutes(n);
            default -> Duration.ofHours(n);
        };
    }

    static ZoneId zone(YamlValue value) {
        var text = value.text();
        try {
            if (text.matches("Z|[+-].*")) {
                return ZoneOffset.of(text);
            }
        } catch (DateTimeException e) {
            throw value.wrong("'" + text + "' is not an offset", "give ±HH:MM in quotes, such as \"-03:00\"");
        }
        var known = ZoneId.getAvailableZoneIds();
        if (known.contains(text)) {
            return ZoneId.of(text);
        }
        throw value.wrong(
                "'" + text + "' is not a time zone",
                NearNames.near(text, known)
                                .map(near -> "did you mean " + near + "? ")
                                .orElse("")
                        + "allowed: an offset such as \"-03:00\", UTC, or an IANA name such as America/Sao_Paulo");
    }

    static UUID uuid(YamlValue value) {
        if (UUID_TEXT.matcher(value.text()).matches()) {
            return UUID.fromString(value.text());
        }
        throw value.wrong(
                "'" + value.text() + "' is not a turbine_id",
                "give the UUID of out.wind_turbine, or nothing: the turbine then loads under its own name");
    }

    static <E extends Enum<E>> E word(YamlValue value, Class<E> type, Function<E, String> name) {
        return word(value, Arrays.asList(type.getEnumConstants()), name);
    }

    /** The one that is named. */
    static <T> T word(YamlValue value, List<T> all, Function<T, String> name) {
        var text = value.text();
        return all.stream()
                .filter(one -> name.apply(one).equals(text))
                .findFirst()
                .orElseThrow(() -> value.wrong(
                        "'" + text + "' is not allowed",
                        YamlValue.suggestion(text, all.stream().map(name).toList())));
    }
}
