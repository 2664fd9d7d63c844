package dev.catavento.simulator.telemetry.serve;

import dev.catavento.simulator.telemetry.sample.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Looks stored samples of one turbine up; best asked in the order of time. */
@FunctionalInterface
public interface StoredCursor {
    /** The minute's samples in the order of their stamps; empty where none is stored. */
    Optional<List<Reading>> at(long minute) throws IOException;
}
