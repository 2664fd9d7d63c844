package dev.catavento.task;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The one line a task prints on stdout, and its row in {@code ops.task_run}: written whatever the outcome.
 *
 * @param dataset the dataset worked on, or null for a task that has none
 * @param durationMs from the command's start to its end, without the start of the process
 * @param requestedBy who asked for it, or null where nobody said
 * @param logUrl where its log can be read, or null
 * @param error null unless the outcome is {@link Outcome#FAILED}
 */
public record RunReport(
        String task,
        String dataset,
        Outcome outcome,
        ExitCode exitCode,
        LocalDate day,
        String runId,
        boolean forced,
        String requestedBy,
        String logUrl,
        Instant startedAt,
        long durationMs,
        RunFacts facts,
        Error error) {

    /** Why a run failed: a kind of the closed list, what and where, and what to do. */
    public record Error(ErrorKind kind, String message, String hint) {}
}
