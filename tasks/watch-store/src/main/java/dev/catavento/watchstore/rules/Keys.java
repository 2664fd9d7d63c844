package dev.catavento.watchstore.rules;

import dev.catavento.store.watch.PastRun;

/** What makes two findings the same incident. */
final class Keys {
    private Keys() {}

    /** One incident for a task and its dataset, however many runs show it. */
    static String of(IncidentKind kind, PastRun run) {
        return kind.word() + "/" + run.task() + "/" + (run.dataset() == null ? "-" : run.dataset());
    }

    static String deadline(String dataset, java.time.LocalDate day) {
        return "deadline/" + dataset + "/" + day;
    }
}
