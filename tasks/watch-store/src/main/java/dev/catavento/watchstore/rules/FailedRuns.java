package dev.catavento.watchstore.rules;

import dev.catavento.store.watch.Incident;
import dev.catavento.store.watch.PastRun;
import dev.catavento.store.watch.Said;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.ExitCode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run failed, or was refused by the publish gate, and no run of the same task for the same or a later day has
 * completed since. A failure that the scheduler tries again (75) counts once no try has ended for as long as the slowest
 * task may take after the longest pause between tries: a try is in the ledger only when it is over. A run that had
 * nothing to do proves nothing.
 */
public final class FailedRuns implements Rule {
    /** The longest time-out of a task, 90 minutes, and the longest pause before a try, 30 (dags/). */
    private static final Duration RETRIES = Duration.ofMinutes(120);

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.TASK_FAILED, IncidentKind.PUBLISH_REFUSED);
    }

    @Override
    public List<Incident> find(Past past) {
        return past.histories().stream()
                .flatMap(history -> kinds().stream()
                        .sorted()
                        .flatMap(kind -> newest(history, kind, past).stream())
                        .map(failed -> incident(failed)))
                .toList();
    }

    @Override
    public Optional<Said> recovery(Incident open, Past past) {
        return past.completed(open.task(), open.dataset()).stream()
                .filter(run -> mends(run, open.occurredAt(), open.day()))
                .reduce((earlier, later) -> later)
                .map(run -> new Said(
                        open.task() + " completed for " + run.day(), open.task() + " foi concluída para " + run.day()));
    }

    private static Optional<PastRun> newest(List<PastRun> history, IncidentKind kind, Past past) {
        return history.stream()
                .filter(run -> run.failed() && kindOf(run) == kind && !mended(run, history) && lasting(run, past))
                .reduce((earlier, later) -> later);
    }

    private static IncidentKind kindOf(PastRun run) {
        return ErrorKind.PUBLISH_REFUSED.word().equals(run.errorKind())
                ? IncidentKind.PUBLISH_REFUSED
                : IncidentKind.TASK_FAILED;
    }

    private static boolean mended(PastRun failed, List<PastRun> history) {
        return history.stream().anyMatch(run -> run.completed() && mends(run, failed.startedAt(), failed.day()));
    }

    /** A run that was under way when the other failed may be what it failed for: its end counts. */
    private static boolean mends(PastRun completed, Instant failedAt, LocalDate failedDay) {
        return completed.endedAt().isAfter(failedAt)
                && (failedDay == null
                        || completed.day() == null
                        || !completed.day().isBefore(failedDay));
    }

    private static boolean lasting(PastRun failed, Past past) {
        return failed.exitCode() != ExitCode.UNAVAILABLE.code()
                || failed.endedAt().plus(RETRIES).isBefore(past.now());
    }

    private static Incident incident(PastRun run) {
        var kind = kindOf(run);
        var words = FailureWords.of(run.errorKind());
        return Incidents.of(
                kind,
                run,
                new Said(
                        "%s ended with %d: %s".formatted(run.task(), run.exitCode(), run.errorMessage()),
                        "%s terminou com %d, %s; %s"
                                .formatted(
                                        run.task(),
                                        run.exitCode(),
                                        words.what(),
                                        FailureWords.quoted(run.errorMessage()))),
                new Said(run.errorHint(), words.remedy()));
    }
}
