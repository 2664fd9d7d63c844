package dev.catavento.watchstore.rules;

import dev.catavento.store.watch.Incident;
import dev.catavento.store.watch.PastRun;
import dev.catavento.store.watch.Said;

/** How findings become incidents, and what makes two findings the same one. */
final class Incidents {
    private Incidents() {}

    /** One incident for a task and its dataset, however many runs show it. */
    static String key(IncidentKind kind, PastRun run) {
        return kind.word() + "/" + run.task() + "/" + (run.dataset() == null ? "-" : run.dataset());
    }

    /** What {@code run} shows, with its reason and what to do. */
    static Incident of(IncidentKind kind, PastRun run, Said reason, Said hint) {
        return new Incident(
                key(kind, run),
                kind.word(),
                run.task(),
                run.dataset(),
                run.day(),
                run.runId(),
                run.startedAt(),
                reason,
                hint,
                run.logUrl());
    }

    static String deadlineKey(String dataset, java.time.LocalDate day) {
        return "deadline/" + dataset + "/" + day;
    }
}
