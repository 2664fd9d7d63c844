package dev.catavento.simulator.layer;

import java.time.LocalDate;

/** Where the simulated layer's rows come from: made up by day, or recorded once. */
public interface FleetSource {

    /** The sentence that names this source and stays the same as long as it is the same source. */
    String identity();

    /** The fleet that {@code /arcgis} serves now. */
    Fleet today();

    /**
     * The fleet as it was on a day.
     *
     * @throws ArcGisException where this source cannot give that day; the message says why
     */
    Fleet on(LocalDate day);
}
