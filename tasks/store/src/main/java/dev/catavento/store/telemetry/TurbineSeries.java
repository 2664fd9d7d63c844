package dev.catavento.store.telemetry;

import dev.catavento.domain.telemetry.SignalDay;
import dev.catavento.domain.telemetry.WindowHistory;
import java.util.UUID;

/**
 * A turbine's published day.
 *
 * @param turbine by the source's own name
 * @param turbineId the registered turbine it is mapped to, or null
 * @param signals in the order of {@link PublishedTelemetry#listSignals}; null where the turbine does not have one
 * @param histories beside them
 */
public record TurbineSeries(String turbine, UUID turbineId, SignalDay[] signals, WindowHistory[] histories) {}
