package dev.catavento.downsampletelemetry.samples;

import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.source.http.SourceFailure;
import dev.catavento.source.telemetry.StampMeaning;
import dev.catavento.source.telemetry.TelemetrySource;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;

/**
 * From stamps as one turbine's rows bear them, in their order, to the instant at which what they tell of began. A local
 * hour that a zone has twice is taken as the first pass, and as the second once the order goes back.
 */
public final class Stamps {
    private final ZoneId zone;
    private final long shiftMicros;
    private final TelemetryDay day;
    private LocalDateTime before = LocalDateTime.MIN;
    private ZoneOffsetTransition repeated;
    private boolean secondPass;
    private long unclear;

    /** @param day whose repeated hours count as unclear */
    public Stamps(TelemetrySource source, TelemetryDay day) {
        this.day = day;
        zone = source.zone();
        shiftMicros = source.stamps() == StampMeaning.END ? source.cadence().toNanos() / 1000 : 0;
    }

    /** Microseconds since 1970. */
    public long toMicros(String stamp) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant(stamp)) - shiftMicros;
    }

    /** Stamps of the day within a repeated hour of which the order did not tell the pass. */
    public long unclear() {
        return unclear;
    }

    private Instant instant(String stamp) {
        try {
            var read = StampText.parse(stamp.strip());
            return read.offset() == null ? resolve(read.local()) : read.local().toInstant(read.offset());
        } catch (DateTimeException e) {
            throw new SourceFailure.BrokenAnswer(
                    "'" + stamp + "' is not a stamp of the form 2026-01-31T23:59:00[-03:00]");
        }
    }

    private Instant resolve(LocalDateTime local) {
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new SourceFailure.BrokenAnswer(local + " does not exist in " + zone + ": its clock jumped over it");
        }
        if (offsets.size() == 1) {
            before = local;
            return local.toInstant(offsets.getFirst());
        }
        var transition = zone.getRules().getTransition(local);
        if (!transition.equals(repeated)) {
            repeated = transition;
            secondPass = false;
        }
        boolean counted = ofTheDay(local, offsets.getFirst());
        if (!secondPass && local.isBefore(before)) {
            secondPass = true;
            unclear = counted ? 0 : unclear;
        }
        unclear += counted && !secondPass ? 1 : 0;
        before = local;
        return local.toInstant(secondPass ? offsets.getLast() : offsets.getFirst());
    }

    private boolean ofTheDay(LocalDateTime local, ZoneOffset offset) {
        var first = local.toInstant(offset);
        return !first.isBefore(day.start()) && first.isBefore(day.end());
    }
}
