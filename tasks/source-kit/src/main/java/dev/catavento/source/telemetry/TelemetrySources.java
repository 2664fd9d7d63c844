package dev.catavento.source.telemetry;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.Setting;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The sources that the environment names: those of {@code CATAVENTO_SOURCES}, or the one of {@code
 * CATAVENTO_TELEMETRY_URL} and {@code CATAVENTO_TELEMETRY_DIALECT}.
 */
public record TelemetrySources(List<TelemetrySource> all) {
    private static final String DEFAULT = "default";

    /** @throws TaskException of kind {@link ErrorKind#CONFIGURATION} where none is named, or something is wrong with one */
    public static TelemetrySources from(Settings settings) {
        var file = settings.find(Setting.SOURCES);
        var url = settings.find(Setting.TELEMETRY_URL);
        if (file.isPresent() && url.isPresent()) {
            throw settings.wrong(
                    Setting.TELEMETRY_URL, "is set beside " + Setting.SOURCES.variable(), "keep one of them");
        }
        if (url.isPresent()) {
            return new TelemetrySources(List.of(shorthand(settings)));
        }
        return new TelemetrySources(SourcesFile.read(Path.of(settings.get(Setting.SOURCES))));
    }

    /** @throws TaskException of kind {@link ErrorKind#USAGE} where there is none of the name */
    public TelemetrySource get(String name) {
        return all.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TaskException(
                        ErrorKind.USAGE,
                        "there is no source " + name,
                        YamlValue.suggestion(
                                name, all.stream().map(TelemetrySource::name).toList())));
    }

    /** One turbine in Brasília with the usual three signals, a sample a minute: what the address serves as it is. */
    private static TelemetrySource shorthand(Settings settings) {
        var address = settings.getUrl(Setting.TELEMETRY_URL);
        var dialect = settings.get(Setting.TELEMETRY_DIALECT);
        if (!Dialects.names().contains(dialect)) {
            throw settings.wrong(
                    Setting.TELEMETRY_DIALECT, "is '" + dialect + "'", YamlValue.suggestion(dialect, Dialects.names()));
        }
        if (Dialects.ofFiles(dialect) != address.contains(SourceAddress.DAY)) {
            throw settings.wrong(
                    Setting.TELEMETRY_URL,
                    "is '" + address + "'",
                    dialect + (Dialects.ofFiles(dialect) ? " needs a {day} in it" : " takes no {day} in it"));
        }
        return new TelemetrySource(
                DEFAULT,
                SourceKind.SAMPLES,
                dialect,
                address,
                Optional.empty(),
                ZoneId.of("-03:00"),
                StampMeaning.START,
                Duration.ofMinutes(1),
                OptionalDouble.empty(),
                true,
                "timestamp",
                Optional.empty(),
                Optional.empty(),
                Optional.of(DEFAULT),
                OptionalDouble.empty(),
                new TreeMap<>(),
                KnownSignal.usual());
    }
}
