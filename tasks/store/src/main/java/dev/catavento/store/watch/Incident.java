package dev.catavento.store.watch;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that needs a person.
 *
 * @param key two incidents of one key are never open at once
 * @param kind the kind's word
 * @param task null where it is not about one task; so with dataset, day, run and log
 * @param occurredAt when the newest run that shows it began, or the deadline that passed
 */
public record Incident(
        String key,
        String kind,
        String task,
        String dataset,
        LocalDate day,
        String runId,
        Instant occurredAt,
        Said reason,
        Said hint,
        String logUrl) {}
