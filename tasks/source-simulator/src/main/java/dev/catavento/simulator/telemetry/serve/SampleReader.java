package dev.catavento.simulator.telemetry.serve;

import dev.catavento.simulator.telemetry.sample.GeneratedSamples;
import dev.catavento.simulator.telemetry.sample.Reading;
import dev.catavento.simulator.telemetry.sample.Turbine;
import java.io.IOException;
import java.time.Clock;

/** Reads one turbine's samples in order of their stamps. Safe for many threads. */
public final class SampleReader {

    private static final long MINUTE_MS = 60_000;

    private final long seed;
    private final Clock clock;

    /** @param clock tells which minutes are over: others have no sample yet */
    public SampleReader(long seed, Clock clock) {
        this.seed = seed;
        this.clock = clock;
    }

    public void read(Turbine turbine, StampRange range, Frequency frequency, ReadingSink sink) throws IOException {
        int every = frequency.minutes();
        GeneratedSamples samples = new GeneratedSamples(seed, turbine);
        long last = Math.min(Math.floorDiv(range.toMillis(), MINUTE_MS), Math.floorDiv(clock.millis(), MINUTE_MS) - 1);
        long first = Math.ceilDiv(Math.ceilDiv(range.fromMillis(), MINUTE_MS), (long) every) * every;
        for (long minute = first; minute <= last; minute += every) {
            Reading reading = samples.at(minute);
            if (range.holds(reading.stampMillis()) && !sink.accept(reading)) {
                return;
            }
        }
    }
}
