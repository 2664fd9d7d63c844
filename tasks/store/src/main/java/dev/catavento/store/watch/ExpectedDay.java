package dev.catavento.store.watch;

import java.time.LocalDate;

/**
 * A day that a dataset should have.
 *
 * @param complete captured after its end, and published
 * @param overtakenBy a later day that is published while this one is only captured, and so never will be; or null
 * @param reason why it is not complete, or null
 * @param everRun whether any run of a task for this day has ended
 */
public record ExpectedDay(
        String dataset, LocalDate day, boolean complete, LocalDate overtakenBy, String reason, boolean everRun) {}
