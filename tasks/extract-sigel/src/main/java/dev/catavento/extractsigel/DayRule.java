package dev.catavento.extractsigel;

import dev.catavento.task.BrasiliaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Which days a source can be asked for: a living layer for yesterday and today, an archive for any. */
record DayRule(LocalDate today, boolean archive) {

    /** Why the source cannot give this day, if it cannot. */
    Optional<String> refusal(LocalDate day) {
        if (archive || !day.isBefore(today.minusDays(1))) {
            return Optional.empty();
        }
        return Optional.of("SIGEL serves no history: " + day
                + " cannot be asked for any more, only yesterday and, provisionally, today; an archive can "
                + "(CATAVENTO_SIGEL_URL with {day})");
    }

    /** The day is not over: it is to be asked for again. */
    boolean provisional(LocalDate day) {
        return !day.isBefore(today);
    }

    /**
     * Pages landed before this moment are not taken up: a final capture says what the source held after the day, a
     * provisional one what it held at any time.
     */
    Instant takesUpSince(LocalDate day) {
        return provisional(day)
                ? Instant.EPOCH
                : day.plusDays(1).atStartOfDay(BrasiliaTime.ZONE).toInstant();
    }
}
