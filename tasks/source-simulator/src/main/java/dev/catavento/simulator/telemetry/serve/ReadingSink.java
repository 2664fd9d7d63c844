package dev.catavento.simulator.telemetry.serve;

import dev.catavento.simulator.telemetry.sample.Reading;
import java.io.IOException;

/** Takes readings one by one. */
@FunctionalInterface
public interface ReadingSink {
    /** False where no more are wanted. */
    boolean accept(Reading reading) throws IOException;
}
