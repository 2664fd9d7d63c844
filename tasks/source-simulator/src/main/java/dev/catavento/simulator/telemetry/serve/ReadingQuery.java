package dev.catavento.simulator.telemetry.serve;

import dev.catavento.simulator.telemetry.sample.Turbine;
import dev.catavento.simulator.telemetry.trait.Traits;

/** Which readings are wanted: of one turbine, with stamps in a range, with what the traits make of them. */
public record ReadingQuery(Turbine turbine, StampRange range, Frequency frequency, Traits traits) {

    /** What stands between a minute's start and its stamp, jitter apart. */
    long stampShiftMillis() {
        return traits.clockErrorMillis() + (traits.stampsAreEnds() ? frequency.millis() : 0);
    }
}
