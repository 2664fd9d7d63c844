package dev.catavento.downsampletelemetry;

import dev.catavento.domain.telemetry.RuleCounts;
import dev.catavento.domain.telemetry.TelemetryRule;
import dev.catavento.downsampletelemetry.samples.SampleCensus;
import dev.catavento.downsampletelemetry.samples.Stamps;
import dev.catavento.downsampletelemetry.windows.Found;
import dev.catavento.source.telemetry.NearTurbines;
import dev.catavento.store.raw.NewTelemetryDay;
import dev.catavento.store.raw.TelemetryStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Everything that was odd about a day, in the store's words. */
final class FoundIssues {
    private final List<NewTelemetryDay.Issue> all = new ArrayList<>();

    /** @param stamps as they were read, by turbine */
    FoundIssues(SampleCensus census, Map<String, Stamps> stamps, Found found) {
        census.foreign()
                .forEach((turbine, other) -> add(
                        TelemetryRule.SAMPLE_OTHER_DAY, turbine, null, other.samples(), at(other.firstMicros()), null));
        stamps.forEach((turbine, read) -> {
            if (read.unclear() > 0 && census.turbines().contains(turbine)) {
                add(TelemetryRule.STAMP_REPEATED_HOUR, turbine, null, read.unclear(), null, null);
            }
        });
        found.rules().forEach((turbine, counts) -> counts.all().forEach((key, count) -> add(turbine, key, count)));
    }

    /** Turbines that are mapped to none of the fleet, with those that may be meant. */
    void addUnmapped(Collection<String> turbines, MappedTurbines mapped, TelemetryStore store) {
        var unmapped = turbines.stream()
                .filter(name -> mapped.turbineId(name).isEmpty())
                .toList();
        if (unmapped.isEmpty()) {
            return;
        }
        var near = new NearTurbines(store.designations());
        unmapped.forEach(name -> {
            var names = near.suggest(name);
            add(
                    TelemetryRule.TURBINE_UNMAPPED,
                    name,
                    null,
                    1,
                    null,
                    names.isEmpty() ? null : "near: " + String.join(", ", names));
        });
    }

    List<NewTelemetryDay.Issue> all() {
        return all;
    }

    private void add(String turbine, RuleCounts.Key key, RuleCounts.Count count) {
        add(
                key.rule(),
                turbine,
                key.signal().isEmpty() ? null : key.signal(),
                count.samples(),
                at(count.firstAtMicros()),
                count.example().isEmpty() ? null : count.example());
    }

    private void add(TelemetryRule rule, String turbine, String signal, long samples, Instant first, String example) {
        all.add(new NewTelemetryDay.Issue(
                rule.word(), rule.severity().word(), turbine, signal, samples, first, example));
    }

    private static Instant at(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
