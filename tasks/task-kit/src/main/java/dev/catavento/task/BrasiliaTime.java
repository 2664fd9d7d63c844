package dev.catavento.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The calendar that days are counted in. */
public final class BrasiliaTime {
    public static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private BrasiliaTime() {}

    public static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }
}
