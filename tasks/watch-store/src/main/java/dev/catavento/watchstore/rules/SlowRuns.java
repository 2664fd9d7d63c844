package dev.catavento.watchstore.rules;

import dev.catavento.store.watch.Incident;
import dev.catavento.store.watch.PastRun;
import dev.catavento.store.watch.Said;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The newest completed run of a task took more than twice the median of the thirty before it, and ten seconds more than
 * that median: below, a busy machine is no news. Fewer than five runs have no median worth the name.
 */
public final class SlowRuns implements Rule {
    private static final int LONGEST_HISTORY = 30;
    private static final int SHORTEST_HISTORY = 5;
    private static final Locale PORTUGUESE = Locale.of("pt", "BR");
    private static final Duration NO_NEWS = Duration.ofSeconds(10);

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.TASK_SLOW);
    }

    @Override
    public List<Incident> find(Past past) {
        return past.completed().flatMap(history -> slow(history).stream()).toList();
    }

    @Override
    public Optional<Said> recovery(Incident open, Past past) {
        var history = past.completed(open.task(), open.dataset());
        return slow(history).isPresent()
                ? Optional.empty()
                : newest(history)
                        .filter(run -> run.startedAt().isAfter(open.occurredAt()))
                        .map(run -> new Said(
                                "%s took %s again".formatted(open.task(), seconds(run.duration(), Locale.ENGLISH)),
                                "%s voltou a levar %s".formatted(open.task(), seconds(run.duration(), PORTUGUESE))));
    }

    private static Optional<Incident> slow(List<PastRun> history) {
        var before =
                history.subList(Math.max(0, history.size() - 1 - LONGEST_HISTORY), Math.max(0, history.size() - 1));
        if (before.size() < SHORTEST_HISTORY) {
            return Optional.empty();
        }
        var usual = Duration.ofMillis(Math.round(Median.of(
                before.stream().map(run -> (double) run.duration().toMillis()).toList())));
        return newest(history)
                .filter(run -> run.duration().compareTo(usual.multipliedBy(2)) > 0
                        && run.duration().minus(usual).compareTo(NO_NEWS) > 0)
                .map(run -> incident(run, usual));
    }

    private static Optional<PastRun> newest(List<PastRun> history) {
        return history.isEmpty() ? Optional.empty() : Optional.of(history.getLast());
    }

    private static Incident incident(PastRun run, Duration usual) {
        return Incidents.of(
                IncidentKind.TASK_SLOW,
                run,
                new Said(
                        "%s took %s, its median is %s"
                                .formatted(
                                        run.task(),
                                        seconds(run.duration(), Locale.ENGLISH),
                                        seconds(usual, Locale.ENGLISH)),
                        "%s levou %s; a mediana é %s"
                                .formatted(
                                        run.task(), seconds(run.duration(), PORTUGUESE), seconds(usual, PORTUGUESE))),
                new Said(
                        "the day is done; compare the log's steps with an earlier run, and look at the machine and the source",
                        "o dia está feito; compare os passos do registro com os de uma execução anterior, e veja a máquina e a fonte"));
    }

    private static String seconds(Duration duration, Locale language) {
        return String.format(language, "%.1f s", duration.toMillis() / 1000.0);
    }
}
