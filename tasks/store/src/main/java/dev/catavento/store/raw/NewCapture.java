package dev.catavento.store.raw;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A capture to be recorded.
 *
 * @param capturedAt when the source was asked
 * @param runId the scheduler's id of the run
 */
public record NewCapture(
        LocalDate day, Instant capturedAt, boolean provisional, CompletenessProof proof, String runId) {}
