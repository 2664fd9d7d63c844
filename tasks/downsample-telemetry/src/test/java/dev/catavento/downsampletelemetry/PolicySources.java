package dev.catavento.downsampletelemetry;

import dev.catavento.source.telemetry.SignalColumn;
import dev.catavento.source.telemetry.SourceKind;
import dev.catavento.source.telemetry.StampMeaning;
import dev.catavento.source.telemetry.Statistic;
import dev.catavento.source.telemetry.TelemetrySource;
import dev.catavento.source.telemetry.UnitConversion;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** The source that a case speaks of. */
final class PolicySources {
    private PolicySources() {}

    static TelemetrySource of(Map<String, String> settings) {
        return new TelemetrySource(
                "test",
                SourceKind.SAMPLES,
                "csv",
                "/nowhere/{day}.csv",
                Optional.empty(),
                ZoneId.of(settings.getOrDefault("zone", "-03:00")),
                StampMeaning.valueOf(settings.getOrDefault("stamps", "start").toUpperCase(Locale.ROOT)),
                Duration.ofSeconds(Long.parseLong(settings.getOrDefault("cadence", "60"))),
                OptionalDouble.empty(),
                true,
                "timestamp",
                Optional.empty(),
                Optional.empty(),
                Optional.of("A"),
                OptionalDouble.empty(),
                new TreeMap<>(),
                List.of(
                        signal("wind_speed", "m/s", false, 0, 60, Duration.ofMinutes(60)),
                        signal("power", "kW", false, -2000, 30_000, Duration.ofMinutes(120)),
                        signal("wind_direction", "°", true, 0, 360, Duration.ofMinutes(120))));
    }

    static double rated(Map<String, String> settings) {
        return settings.containsKey("rated") ? Double.parseDouble(settings.get("rated")) : Double.NaN;
    }

    private static SignalColumn signal(
            String name, String unit, boolean circular, double min, double max, Duration stuckAfter) {
        var column = new TreeMap<Statistic, String>();
        column.put(Statistic.MEAN, name);
        return new SignalColumn(
                name,
                column,
                UnitConversion.none(unit),
                unit,
                "",
                circular,
                OptionalDouble.of(min),
                OptionalDouble.of(max),
                0.01,
                stuckAfter);
    }
}
