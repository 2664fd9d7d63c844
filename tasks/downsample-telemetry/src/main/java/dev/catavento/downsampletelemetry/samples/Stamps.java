package dev.catavento.downsampletelemetry.samples;

import dev.catavento.source.http.SourceFailure;
import dev.catavento.source.telemetry.StampMeaning;
import dev.catavento.source.telemetry.TelemetrySource;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

/**
 * From stamps as one turbine's rows bear them, in their order, to the instant at which what they tell of began. A local
 * hour that a zone has twice is taken as the first pass, and as the second once the order goes back.
 */
public final class Stamps {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
            "yyyy-MM-dd['T'][' ']HH:mm[:ss][.SSSSSSSSS][.SSSSSSSS][.SSSSSSS][.SSSSSS][.SSSSS][.SSSS][.SSS][.SS][.S]"
                    + "[XXX][XX][X]");

    private final ZoneId zone;
    private final long shiftMicros;
    private LocalDateTime before = LocalDateTime.MIN;
    private boolean secondPass;
    private long unclear;

    public Stamps(TelemetrySource source) {
        zone = source.zone();
        shiftMicros = source.stamps() == StampMeaning.END ? source.cadence().toNanos() / 1000 : 0;
    }

    /** Microseconds since 1970. */
    public long toMicros(String stamp) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant(stamp)) - shiftMicros;
    }

    /** Stamps within a repeated hour of which the order did not tell the pass. */
    public long unclear() {
        return secondPass ? 0 : unclear;
    }

    private Instant instant(String stamp) {
        try {
            TemporalAccessor read = FORM.parseBest(stamp.strip(), OffsetDateTime::from, LocalDateTime::from);
            return read instanceof LocalDateTime local ? resolve(local) : ((OffsetDateTime) read).toInstant();
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
        unclear++;
        secondPass |= local.isBefore(before);
        before = local;
        return local.toInstant(secondPass ? offsets.getLast() : offsets.getFirst());
    }
}
