package dev.catavento.simulator.telemetry.stored;

import dev.catavento.simulator.telemetry.sample.Reading;
import dev.catavento.simulator.telemetry.sample.Turbine;

/** A sample that the source was given. */
public record StoredSample(Turbine turbine, Reading reading) {}
