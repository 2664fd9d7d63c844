package dev.catavento.domain.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A day of telemetry: from midnight to midnight at UTC−03:00, always 144 windows of ten minutes, whatever a zone's
 * summer time did. Windows are left-closed and left-labelled, numbered from 0.
 */
public record TelemetryDay(LocalDate date) {
    public static final ZoneOffset OFFSET = ZoneOffset.ofHours(-3);
    public static final int WINDOWS = 144;
    public static final int WINDOW_SECONDS = 600;

    /** The day's first instant. */
    public Instant start() {
        return date.atStartOfDay().toInstant(OFFSET);
    }

    /** The first instant that is not the day's any more. */
    public Instant end() {
        return start().plus(Duration.ofDays(1));
    }

    /** Microseconds since 1970 of the day's first instant. */
    public long startMicros() {
        return start().getEpochSecond() * 1_000_000;
    }

    /** Microseconds since 1970 of the first instant that is not the day's any more. */
    public long endMicros() {
        return end().getEpochSecond() * 1_000_000;
    }
}
