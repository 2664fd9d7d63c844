package dev.catavento.simulator.telemetry.http;

import io.vertx.core.MultiMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of a request.
 *
 * @param badStatus the status of an answer to a bad one: the dialects differ
 */
record Query(MultiMap values, int badStatus) {

    private static final ZoneOffset BRASILIA = ZoneOffset.ofHours(-3);

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** An ISO date or date and time; without an offset it is local time at UTC−03:00. */
    Instant instant(String name) {
        String text = find(name).orElseThrow(() -> bad(name + " is required: an ISO date or date and time"));
        return parse(text)
                .orElseThrow(() -> bad(name + " is not an ISO date or date and time: '" + text
                        + "' (a + in an address is written %2B)"));
    }

    static Optional<Instant> parse(String given) {
        String text = given.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) (?=\\d\\d:)", "$1T");
        try {
            if (text.length() == 10) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(BRASILIA).toInstant());
            }
            var stamp = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            return Optional.of(
                    stamp instanceof OffsetDateTime offset
                            ? offset.toInstant()
                            : ((LocalDateTime) stamp).toInstant(BRASILIA));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Repeated or divided by commas, empty ones left out. */
    List<String> list(String name) {
        return values.getAll(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    int whole(String name, int fallback, int least, int most) {
        return find(name)
                .map(text -> {
                    try {
                        int number = Integer.parseInt(text);
                        if (number >= least && number <= most) {
                            return number;
                        }
                    } catch (NumberFormatException e) {
                        // refused below like a number out of range
                    }
                    throw bad(name + " must be a whole number from " + least + " to " + most + ", not '" + text + "'");
                })
                .orElse(fallback);
    }

    BadRequest bad(String detail) {
        return new BadRequest(badStatus, detail);
    }
}
