package dev.catavento.watchstore.rules;

import dev.catavento.store.watch.ExpectedDay;
import dev.catavento.store.watch.Incident;
import dev.catavento.store.watch.Said;
import dev.catavento.task.BrasiliaTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The newest day whose deadline has passed is not complete: late, or not even tried. Only that day counts, and only where
 * the dataset was in service before the deadline; so neither a backfill nor a new store raises any. A captured day that a
 * later one has overtaken is over: it stays landed and is never published.
 */
public final class MissedDeadlines implements Rule {

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.DAY_LATE, IncidentKind.NO_RUN);
    }

    @Override
    public List<Incident> find(Past past) {
        var due = dueDay(past);
        var deadline = deadlineOf(due, past);
        return past.days().stream()
                .filter(day -> day.day().equals(due) && !over(day))
                .filter(day -> past.inServiceSince()
                        .getOrDefault(day.dataset(), Instant.MAX)
                        .isBefore(deadline))
                .map(day -> incident(day, deadline, past))
                .toList();
    }

    @Override
    public Optional<Said> recovery(Incident open, Past past) {
        return past.days().stream()
                .filter(day -> day.dataset().equals(open.dataset()) && day.day().equals(open.day()) && over(day))
                .findFirst()
                .map(MissedDeadlines::end);
    }

    private static boolean over(ExpectedDay day) {
        return day.complete() || day.overtakenBy() != null;
    }

    private static Said end(ExpectedDay day) {
        return day.complete()
                ? new Said(
                        "%s is complete and published".formatted(day.day()),
                        "%s está completo e publicado".formatted(day.day()))
                : new Said(
                        "%s is captured but was not published; %s, which is newer, is published in its place"
                                .formatted(day.day(), day.overtakenBy()),
                        "%s foi capturado mas não publicado; %s, mais novo, está publicado em seu lugar"
                                .formatted(day.day(), day.overtakenBy()));
    }

    static LocalDate dueDay(Past past) {
        var here = past.now().atZone(BrasiliaTime.ZONE);
        var yesterday = here.toLocalDate().minusDays(1);
        return here.toLocalTime().isBefore(past.deadline()) ? yesterday.minusDays(1) : yesterday;
    }

    private static Instant deadlineOf(LocalDate day, Past past) {
        return day.plusDays(1).atTime(past.deadline()).atZone(BrasiliaTime.ZONE).toInstant();
    }

    private static Incident incident(ExpectedDay day, Instant deadline, Past past) {
        var kind = day.everRun() ? IncidentKind.DAY_LATE : IncidentKind.NO_RUN;
        return new Incident(
                Incidents.deadlineKey(day.dataset(), day.day()),
                kind.word(),
                null,
                day.dataset(),
                day.day(),
                null,
                deadline,
                day.everRun() ? late(day, past) : untried(day, past),
                day.everRun()
                        ? new Said(
                                "see the day's runs in Airflow and out.completeness; clear the failed task once its reason is gone",
                                "veja as execuções do dia no Airflow e em out.completeness; repita a tarefa que falhou quando o motivo passar")
                        : new Said(
                                "see whether the scheduler runs and the DAG is not paused (./catavento status), then trigger the day by hand",
                                "veja se o agendador está no ar e o DAG não está pausado (./catavento status); depois dispare o dia à mão"),
                past.uiUrl() == null ? null : past.uiUrl() + "/dags");
    }

    private static Said late(ExpectedDay day, Past past) {
        var why = day.reason() == null ? "" : ": " + day.reason();
        var quoted = day.reason() == null ? "" : "; " + FailureWords.quoted(day.reason());
        return new Said(
                "%s of %s is not complete by %s%s".formatted(day.day(), day.dataset(), past.deadline(), why),
                "%s de %s não está completo até %s%s".formatted(day.day(), day.dataset(), past.deadline(), quoted));
    }

    private static Said untried(ExpectedDay day, Past past) {
        return new Said(
                "no run for %s of %s has ended by %s".formatted(day.day(), day.dataset(), past.deadline()),
                "nenhuma execução para %s de %s terminou até %s".formatted(day.day(), day.dataset(), past.deadline()));
    }
}
