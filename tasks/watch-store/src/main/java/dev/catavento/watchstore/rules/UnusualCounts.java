package dev.catavento.watchstore.rules;

import dev.catavento.store.watch.Incident;
import dev.catavento.store.watch.PastRun;
import dev.catavento.store.watch.Said;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The newest day of an extraction or a load has a count further from the median of the thirty days before it than 5 % of
 * that median and than four times the days' usual distance from it. Of an extraction the rows read count, of a load those
 * published. Days count, not runs, so a repeated run or a backfill of older days moves nothing.
 */
public final class UnusualCounts implements Rule {
    private static final int LONGEST_HISTORY = 30;
    private static final int SHORTEST_HISTORY = 7;
    private static final Locale PORTUGUESE = Locale.of("pt", "BR");

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.COUNT_UNUSUAL);
    }

    @Override
    public List<Incident> find(Past past) {
        return past.completed()
                .filter(history -> counts(history.getFirst()))
                .flatMap(history -> unusual(history).stream())
                .toList();
    }

    @Override
    public Optional<Said> recovery(Incident open, Past past) {
        var history = past.completed(open.task(), open.dataset());
        var byDay = byDay(history);
        return byDay.isEmpty() || unusual(history).isPresent()
                ? Optional.empty()
                : Optional.of(byDay.lastEntry().getValue())
                        .filter(run -> run.startedAt().isAfter(open.occurredAt()))
                        .map(run -> new Said(
                                "%s has %s rows for %s"
                                        .formatted(open.task(), number(count(run), Locale.ENGLISH), run.day()),
                                "%s tem %s linhas para %s"
                                        .formatted(open.task(), number(count(run), PORTUGUESE), run.day())));
    }

    private static boolean counts(PastRun run) {
        return run.task().startsWith("extract-") || run.task().startsWith("load-");
    }

    private static Optional<Incident> unusual(List<PastRun> history) {
        var byDay = byDay(history);
        if (byDay.size() <= SHORTEST_HISTORY) {
            return Optional.empty();
        }
        var newest = byDay.pollLastEntry().getValue();
        var before = byDay.values().stream()
                .skip(Math.max(0, byDay.size() - LONGEST_HISTORY))
                .map(run -> (double) count(run))
                .toList();
        double usual = Median.of(before);
        double band = Math.max(0.05 * usual, 4 * Median.deviation(before));
        return Math.abs(count(newest) - usual) > band
                ? Optional.of(incident(newest, Math.round(usual), Math.round(band)))
                : Optional.empty();
    }

    /** The last completed run of each day; a run without a day has none. */
    private static TreeMap<LocalDate, PastRun> byDay(List<PastRun> history) {
        var byDay = new TreeMap<LocalDate, PastRun>();
        history.stream().filter(run -> run.day() != null).forEach(run -> byDay.put(run.day(), run));
        return byDay;
    }

    private static long count(PastRun run) {
        return run.task().startsWith("load-") ? run.rowsKept() : run.rowsRead();
    }

    private static Incident incident(PastRun run, long usual, long band) {
        return Incidents.of(
                IncidentKind.COUNT_UNUSUAL,
                run,
                new Said(
                        "%s has %s rows for %s, usual are %s ± %s"
                                .formatted(
                                        run.task(),
                                        number(count(run), Locale.ENGLISH),
                                        run.day(),
                                        number(usual, Locale.ENGLISH),
                                        number(band, Locale.ENGLISH)),
                        "%s tem %s linhas para %s; o habitual é %s ± %s"
                                .formatted(
                                        run.task(),
                                        number(count(run), PORTUGUESE),
                                        run.day(),
                                        number(usual, PORTUGUESE),
                                        number(band, PORTUGUESE))),
                new Said(
                        "compare the day with the one before in the source and in out.release; the day is published as the source gave it",
                        "compare o dia com o anterior na fonte e em out.release; o dia foi publicado como a fonte o deu"));
    }

    private static String number(long count, Locale language) {
        return String.format(language, "%,d", count);
    }
}
