package dev.catavento.downsampletelemetry.samples;

import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.source.telemetry.StampMeaning;
import dev.catavento.source.telemetry.TelemetrySource;
import java.time.Duration;
import java.time.Instant;

/**
 * The stamps of a day in a source: those of samples that began within it.
 *
 * @param from first stamp
 * @param toExclusive first stamp of the next day
 */
public record DayBounds(Instant from, Instant toExclusive) {

    public static DayBounds of(TelemetryDay day, TelemetrySource source) {
        var shift = source.stamps() == StampMeaning.END ? source.cadence() : Duration.ZERO;
        return new DayBounds(day.start().plus(shift), day.end().plus(shift));
    }
}
