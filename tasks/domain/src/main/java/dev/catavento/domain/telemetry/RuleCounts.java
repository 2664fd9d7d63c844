package dev.catavento.domain.telemetry;

import java.util.Map;
import java.util.TreeMap;

/** How often a rule applied to one turbine, by rule and signal: with the first instant and its value as example. */
public final class RuleCounts {
    private final Map<Key, Count> counts = new TreeMap<>();

    /** @param signal empty where it is about the whole sample */
    public record Key(TelemetryRule rule, String signal) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byRule = rule.compareTo(other.rule);
            return byRule == 0 ? signal.compareTo(other.signal) : byRule;
        }
    }

    /** @param firstAtMicros the earliest instant it applied to, in microseconds since 1970 */
    public record Count(long samples, long firstAtMicros, String example) {}

    void add(TelemetryRule rule, String signal, long atMicros, String example) {
        add(rule, signal, 1, atMicros, example);
    }

    /** Adds so many applications at once, of which the first is told. */
    public void add(TelemetryRule rule, String signal, long samples, long atMicros, String example) {
        counts.merge(
                new Key(rule, signal),
                new Count(samples, atMicros, example),
                (old, one) -> new Count(
                        old.samples + samples,
                        Math.min(old.firstAtMicros, atMicros),
                        old.firstAtMicros <= atMicros ? old.example : example));
    }

    public Map<Key, Count> all() {
        return counts;
    }
}
