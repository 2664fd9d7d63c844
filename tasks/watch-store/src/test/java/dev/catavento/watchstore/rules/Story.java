package dev.catavento.watchstore.rules;

import dev.catavento.store.watch.ExpectedDay;
import dev.catavento.store.watch.PastRun;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A past, told run by run; it is 2026-03-10 12:00 in Brasília. */
final class Story {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    static final Instant NOW = Instant.parse("2026-03-10T15:00:00Z");

    private final List<PastRun> runs = new ArrayList<>();
    private final List<ExpectedDay> days = new ArrayList<>();
    private Map<String, Instant> inService = Map.of("wind_fleet", Instant.EPOCH);
    private Instant now = NOW;

    Story run(String task, int daysAgo, String outcome, String kind, Duration ago, Duration took, long rows) {
        int code = outcome.equals("failed") ? "source-unavailable".equals(kind) ? 75 : 65 : 0;
        runs.add(new PastRun(
                task,
                "wind_fleet",
                TODAY.minusDays(daysAgo),
                "r" + runs.size(),
                outcome,
                code,
                NOW.minus(ago),
                took,
                rows,
                rows,
                kind,
                kind == null ? null : "it failed",
                kind == null ? null : "mend it",
                null));
        return this;
    }

    Story failed(String kind, int daysAgo, long minutesAgo) {
        return run("load-postgis", daysAgo, "failed", kind, Duration.ofMinutes(minutesAgo), Duration.ofSeconds(3), 0);
    }

    Story completed(int daysAgo, long minutesAgo) {
        return run(
                "load-postgis", daysAgo, "completed", null, Duration.ofMinutes(minutesAgo), Duration.ofSeconds(3), 9);
    }

    Story skipped(int daysAgo, long minutesAgo) {
        return run("load-postgis", daysAgo, "nothing-new", null, Duration.ofMinutes(minutesAgo), Duration.ZERO, 0);
    }

    /** An extraction of each of these days, one run a day, with this duration and count. */
    Story extracted(int daysAgo, long seconds, long rows) {
        return run(
                "extract-sigel",
                daysAgo,
                "completed",
                null,
                Duration.ofDays(daysAgo).minusHours(1),
                Duration.ofSeconds(seconds),
                rows);
    }

    Story day(int daysAgo, boolean complete, boolean everRun) {
        days.add(new ExpectedDay("wind_fleet", TODAY.minusDays(daysAgo), complete, null, "not loaded yet", everRun));
        return this;
    }

    /** A day that was captured, but not before a later one was published. */
    Story overtaken(int daysAgo, int byDaysAgo) {
        var by = TODAY.minusDays(byDaysAgo);
        days.add(new ExpectedDay("wind_fleet", TODAY.minusDays(daysAgo), false, by, "a newer day is published", true));
        return this;
    }

    Story inServiceSince(Instant since) {
        inService = Map.of("wind_fleet", since);
        return this;
    }

    Story at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    Past past() {
        return new Past(now, LocalTime.of(9, 0), List.copyOf(runs), List.copyOf(days), inService, "http://ui");
    }
}
