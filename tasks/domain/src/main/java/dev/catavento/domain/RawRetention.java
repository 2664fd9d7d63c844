package dev.catavento.domain;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which captured days keep what the source said: all inside the horizon, each month's first beyond it, and whatever a
 * load may still need: the newest published day and all after it, or every day while nothing is published.
 *
 * @param day the day the horizon is counted back from
 * @param wholeDays length of the horizon in days: that many days before {@code day} are kept whole, it included too
 * @param newestPublished the newest published day; null while nothing is published
 */
public record RawRetention(LocalDate day, int wholeDays, LocalDate newestPublished) {

    public RawRetention {
        if (wholeDays < 0) {
            throw new IllegalArgumentException("a horizon of " + wholeDays + " days");
        }
    }

    /** Those of the captured days that are kept, in order. */
    public SortedSet<LocalDate> kept(Collection<LocalDate> captured) {
        var months = new HashSet<YearMonth>();
        var kept = new TreeSet<LocalDate>();
        for (var one : new TreeSet<>(captured)) {
            boolean first = months.add(YearMonth.from(one));
            if (first || mayBeLoaded(one) || !one.isBefore(day.minusDays(wholeDays))) {
                kept.add(one);
            }
        }
        return kept;
    }

    private boolean mayBeLoaded(LocalDate one) {
        return newestPublished == null || !one.isBefore(newestPublished);
    }
}
