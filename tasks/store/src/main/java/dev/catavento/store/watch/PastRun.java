package dev.catavento.store.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A run as the ledger has it.
 *
 * @param dataset null for a task that has none
 * @param day null where the run failed before it knew its day
 * @param rowsRead rows that the source or the store gave
 * @param rowsKept rows written and rows left as they were: what is there afterwards
 * @param errorKind the kind's word, and with message and hint null unless the run failed
 */
public record PastRun(
        String task,
        String dataset,
        LocalDate day,
        String runId,
        String outcome,
        int exitCode,
        Instant startedAt,
        Duration duration,
        long rowsRead,
        long rowsKept,
        String errorKind,
        String errorMessage,
        String errorHint,
        String logUrl) {

    public Instant endedAt() {
        return startedAt.plus(duration);
    }

    public boolean completed() {
        return "completed".equals(outcome);
    }

    public boolean failed() {
        return "failed".equals(outcome);
    }

    /** Both are runs of one task on one dataset. */
    public boolean sameWork(PastRun other) {
        return task.equals(other.task) && java.util.Objects.equals(dataset, other.dataset);
    }
}
