package dev.catavento.domain.telemetry;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

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

    /** @param example asked for only where this is the first */
    void add(TelemetryRule rule, String signal, long atMicros, Supplier<String> example) {
        add(rule, signal, 1, atMicros, example);
    }

    /** Adds so many applications at once, of which the first is told. */
    public void add(TelemetryRule rule, String signal, long samples, long atMicros, Supplier<String> example) {
        counts.compute(
                new Key(rule, signal),
                (key, old) -> old == null || atMicros < old.firstAtMicros
                        ? new Count(samples + (old == null ? 0 : old.samples), atMicros, example.get())
                        : new Count(samples + old.samples, old.firstAtMicros, old.example));
    }

    public Map<Key, Count> all() {
        return counts;
    }
}
