package dev.catavento.task;

import java.util.Map;

/** How a task that did not fail ended, and what it found out. */
public record TaskResult(Outcome outcome, RunFacts facts) {

    public static TaskResult completed(RunFacts facts) {
        return new TaskResult(Outcome.COMPLETED, facts);
    }

    /** Nothing to do; the reason is a sentence for people and stands in the report as {@code outputs.reason}. */
    public static TaskResult nothingNew(String reason) {
        return new TaskResult(Outcome.NOTHING_NEW, RunFacts.of(Map.of("reason", reason)));
    }
}
