package dev.catavento.downsampletelemetry.windows;

import dev.catavento.domain.telemetry.SignalSpec;
import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.downsampletelemetry.engine.SqlTemplate;
import java.util.List;

/**
 * What is computed of a day, whichever turbines it is about.
 *
 * @param signals the specs as the SQL knows them
 * @param passing statistics of the source's own are passed through, none computed from samples
 * @param found where what was counted goes
 */
record Plan(
        TelemetryDay day,
        long cadenceSeconds,
        List<SignalSpec> specs,
        List<SqlTemplate.Each> signals,
        boolean passing,
        Found found) {}
