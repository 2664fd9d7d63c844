package dev.catavento.simulator.telemetry.serve;

import dev.catavento.simulator.telemetry.sample.Turbine;
import java.util.Optional;

/** Samples that were given to the source instead of being generated. */
@FunctionalInterface
public interface StoredSamples {
    /** Where nothing can be given. */
    StoredSamples NONE = turbine -> minute -> Optional.empty();

    /** A turbine's, for one reader. */
    StoredCursor of(Turbine turbine);
}
