package dev.catavento.downsampletelemetry;

import dev.catavento.downsampletelemetry.windows.Turbine;
import dev.catavento.source.telemetry.TelemetrySource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** A source's turbines, what they are in the fleet, and their rated power. */
public final class MappedTurbines {
    private final TelemetrySource source;
    private final Map<UUID, Double> rated;

    MappedTurbines(TelemetrySource source, Map<UUID, Double> rated) {
        this.source = source;
        this.rated = rated;
    }

    /** The turbine of the fleet, where the source's description names one. */
    public Optional<UUID> turbineId(String name) {
        return source.turbines().getOrDefault(name, Optional.empty());
    }

    /** Rated power in kW, NaN where nobody knows. */
    public double ratedPowerKw(String name) {
        return turbineId(name).map(rated::get).orElse(source.ratedPowerKw().orElse(Double.NaN));
    }

    List<Turbine> turbines(Collection<String> names) {
        return names.stream().map(name -> new Turbine(name, ratedPowerKw(name))).toList();
    }

    /** Of the mapped ones, in order: a change of one is a reason to compute again. */
    SortedMap<String, Double> ratedPowers() {
        var all = new TreeMap<String, Double>();
        source.turbines().keySet().forEach(name -> all.put(name, ratedPowerKw(name)));
        return all;
    }
}
