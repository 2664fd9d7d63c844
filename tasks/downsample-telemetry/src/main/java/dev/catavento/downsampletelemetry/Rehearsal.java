package dev.catavento.downsampletelemetry;

import dev.catavento.domain.telemetry.SignalSpec;
import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.downsampletelemetry.engine.SqlTemplate;
import dev.catavento.downsampletelemetry.windows.Computation;
import dev.catavento.downsampletelemetry.windows.Turbine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Computes a day of one turbine with everything that a rule may object to: what a run does before it needs a store. */
final class Rehearsal {
    private static final TelemetryDay DAY = new TelemetryDay(LocalDate.of(2026, 1, 1));

    private Rehearsal() {}

    static void play() {
        var signals = List.of(
                new SignalSpec(SignalSpec.WIND_SPEED, false, 0, 60, 3600),
                new SignalSpec(SignalSpec.POWER, false, -2000, 30_000, 7200));
        try (var scratch = new Scratch();
                var engine = new Engine(scratch.folder())) {
            engine.execute(SqlTemplate.fill(
                    Rehearsal.class, "rehearsal.sql", Map.of("day_start", String.valueOf(DAY.startMicros()))));
            new Computation(engine, DAY, 60, signals)
                    .run(List.of(new Turbine("A", 2000)), scratch.folder(), blob -> {});
        }
    }
}
