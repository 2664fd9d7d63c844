package dev.catavento.downsampletelemetry;

import dev.catavento.source.telemetry.KnownSignal;
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
                        signal(KnownSignal.WIND_SPEED, resolution(settings)),
                        signal(KnownSignal.POWER, 0.1),
                        signal(KnownSignal.WIND_DIRECTION, 0.1)));
    }

    static double rated(Map<String, String> settings) {
        return settings.containsKey("rated") ? Double.parseDouble(settings.get("rated")) : Double.NaN;
    }

    private static double resolution(Map<String, String> settings) {
        return Double.parseDouble(settings.getOrDefault("resolution", "0.01"));
    }

    private static SignalColumn signal(KnownSignal known, double resolution) {
        var column = new TreeMap<Statistic, String>();
        column.put(Statistic.MEAN, known.word());
        return new SignalColumn(
                known.word(),
                column,
                UnitConversion.none(known.storedUnit()),
                known.storedUnit(),
                "",
                known.circular(),
                OptionalDouble.of(known.min()),
                OptionalDouble.of(known.max()),
                resolution,
                known.stuckAfter(resolution));
    }
}
