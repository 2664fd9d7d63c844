package dev.catavento.store.telemetry;

import java.util.UUID;

/**
 * What is published of a signal of a turbine on a day, as far as it is known without reading it.
 *
 * @param loadId the load it came with, see {@link TelemetryLoads}
 * @param n samples it rests on
 * @param gone true where it had samples at an earlier load and has none now
 */
public record PublishedSeries(Key key, UUID digest, int loadId, int n, boolean gone) {

    /** A signal of a turbine, by their numbers. */
    public record Key(int turbine, int signal) {}
}
