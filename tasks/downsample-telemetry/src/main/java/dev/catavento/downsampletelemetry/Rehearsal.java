package dev.catavento.downsampletelemetry;

import dev.catavento.domain.telemetry.Shard;
import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.downsampletelemetry.samples.SampleCensus;
import dev.catavento.downsampletelemetry.windows.Computation;
import dev.catavento.downsampletelemetry.windows.Turbine;
import dev.catavento.source.http.RehearsalServer;
import dev.catavento.source.telemetry.TelemetrySources;
import dev.catavento.task.Setting;
import dev.catavento.task.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads a day of one turbine, which it serves itself, and computes it with everything that a rule may object to: what a
 * run does before it needs a store.
 */
final class Rehearsal {
    private static final TelemetryDay DAY = new TelemetryDay(LocalDate.of(2026, 1, 1));
    private static final String TASK = "downsample-telemetry";

    private Rehearsal() {}

    static void play() throws Exception {
        var body = body();
        try (var server = new RehearsalServer(request -> body);
                var scratch = new Scratch();
                var engine = new Engine(scratch.folder())) {
            var settings = settings(server, scratch.folder());
            var source = TelemetrySources.from(settings).get("rehearsal");
            var reading = new DayReading(settings, TASK, source, Shard.WHOLE, DAY, scratch.folder(), engine);
            reading.read();
            var census = new SampleCensus(engine, DAY, source, reading.asked(), Shard.WHOLE::holds);
            new Computation(engine, DAY, source.cadence().toSeconds(), DayRun.specs(source))
                    .run(List.of(new Turbine(census.turbines().first(), 2000)), scratch.folder(), blob -> {});
        }
    }

    private static Settings settings(RehearsalServer server, Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("sources.yaml"), """
                sources:
                  - name: rehearsal
                    kind: samples
                    dialect: sensors
                    address: %s
                    zone: "-03:00"
                    stamps: start
                    cadence: 1 min
                    turbines: {A: null}
                    turbine_parameter: turbine_id
                    signals:
                      wind_speed: {column: wind_speed}
                      power: {column: power}
                """.formatted(server.address()));
        return new Settings(Map.of(Setting.SOURCES.variable(), file.toString()), TASK);
    }

    private static String body() {
        return IntStream.range(0, 1440)
                .mapToObj(minute -> "{\"timestamp\":\"%s\",\"wind_speed\":%d.5,\"power\":%d}"
                        .formatted(DAY.date().atStartOfDay().plusMinutes(minute), minute % 13, 2000 + minute % 7))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
