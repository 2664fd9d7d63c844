package dev.catavento.store.watch;

import java.time.LocalDate;

/**
 * A day that a dataset should have.
 *
 * @param complete captured after its end, and published
 * @param reason why it is not complete, or null
 * @param everRun whether any run of a task for this day has ended
 */
public record ExpectedDay(String dataset, LocalDate day, boolean complete, String reason, boolean everRun) {}
