package dev.catavento.task;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a task found out: rows, issues by rule, and named outputs (numbers, booleans, texts, or maps of these).
 * Carried by a result, and by a failure that knows something already.
 */
public record RunFacts(RowCounts rows, Map<String, Long> issues, Map<String, Object> outputs) {
    public static final RunFacts NONE = new RunFacts(RowCounts.NONE, Map.of(), Map.of());

    public static RunFacts of(RowCounts rows, Map<String, Object> outputs) {
        return new RunFacts(rows, Map.of(), outputs);
    }

    public static RunFacts of(Map<String, Object> outputs) {
        return new RunFacts(RowCounts.NONE, Map.of(), outputs);
    }

    /** The same with more outputs; one that is there already stays. */
    RunFacts with(Map<String, Object> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new TreeMap<>(more);
        all.putAll(outputs);
        return new RunFacts(rows, issues, all);
    }
}
