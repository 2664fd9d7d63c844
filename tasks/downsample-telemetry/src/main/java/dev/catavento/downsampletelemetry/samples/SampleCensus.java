package dev.catavento.downsampletelemetry.samples;

import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.downsampletelemetry.engine.SqlTemplate;
import dev.catavento.source.http.SourceFailure;
import dev.catavento.source.telemetry.TelemetrySource;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Whose samples there are, and which of them are of another day than was asked for. */
public final class SampleCensus {
    private final SortedSet<String> turbines;
    private final SortedMap<String, Foreign> foreign = new TreeMap<>();

    /** @param firstMicros the earliest, in microseconds since 1970 */
    public record Foreign(long samples, long firstMicros) {}

    /**
     * @param asked turbines that belong here in any case
     * @param inShard whether a turbine that nobody asked for by name belongs here
     */
    public SampleCensus(
            Engine engine,
            TelemetryDay day,
            TelemetrySource source,
            SortedSet<String> asked,
            Predicate<String> inShard) {
        turbines = new TreeSet<>(asked);
        var total = new long[2];
        engine.query(
                SqlTemplate.fill(
                        SampleCensus.class,
                        "census.sql",
                        Map.of(
                                "day_start", String.valueOf(day.startMicros()),
                                "day_end", String.valueOf(day.startMicros() + 86_400_000_000L))),
                row -> {
                    var name = row.getString(1);
                    if (name == null || row.getLong(5) > 0) {
                        throw new SourceFailure.BrokenAnswer("source " + source.name() + " has rows without "
                                + (name == null ? "turbine" : source.stampColumn() + ", of " + name));
                    }
                    total[0] += row.getLong(2);
                    total[1] += row.getLong(3);
                    if (asked.contains(name) || inShard.test(name)) {
                        turbines.add(name);
                        if (row.getLong(3) > 0) {
                            foreign.put(name, new Foreign(row.getLong(3), row.getLong(4)));
                        }
                    }
                });
        if (total[0] > 0 && total[0] == total[1]) {
            throw new SourceFailure.UnexpectedRows("not one of " + total[0] + " samples is of " + day.date()
                    + "; the first is of " + Instant.ofEpochSecond(foreignStart() / 1_000_000)
                    + " (check zone and stamps of " + source.name() + " too)");
        }
    }

    /** By name, those that were asked for and those that came, in order. */
    public SortedSet<String> turbines() {
        return turbines;
    }

    /** Samples of other days, by turbine; none of them is used. */
    public SortedMap<String, Foreign> foreign() {
        return foreign;
    }

    private long foreignStart() {
        return foreign.values().stream().mapToLong(Foreign::firstMicros).min().orElse(0);
    }
}
