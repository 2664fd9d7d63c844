package dev.catavento.source.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The header {@code Retry-After}: seconds, or a date (RFC 9110, section 10.2.3). */
final class RetryAfter {
    /** Longer than anyone waits, and far from where arithmetic on nanoseconds ends. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private RetryAfter() {}

    /** The pause asked for; zero for none, for one that is past and for nonsense; a year at most. */
    static Duration parse(String header, Instant now) {
        var text = header == null ? "" : header.strip();
        try {
            var pause = text.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            if (pause.isNegative()) {
                return Duration.ZERO;
            }
            return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
