package dev.catavento.task;

import java.time.LocalDate;

/**
 * What a task is asked to do.
 *
 * @param day the day the data belong to, in Brasília's calendar
 * @param runId the scheduler's id of the run, or one made up for a run by hand
 * @param force do it again though it is done
 * @param requestedBy who asked for the run: a login, {@code schedule}, or null where nobody said
 */
public record TaskRequest(LocalDate day, String runId, boolean force, String requestedBy) {}
