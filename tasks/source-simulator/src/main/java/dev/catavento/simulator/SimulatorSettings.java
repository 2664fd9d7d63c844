package dev.catavento.simulator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The simulator's settings; each is an environment variable {@code CATAVENTO_SIMULATOR_…}. */
@ConfigMapping(prefix = "catavento.simulator")
public interface SimulatorSettings {

    /** TCP port to listen on; 0 takes a free one. */
    @WithDefault("18080")
    int port();

    /** Address to listen on. */
    @WithDefault("127.0.0.1")
    String host();

    /** Folder of a recorded fleet; not set: the fleet is generated. */
    Optional<String> replay();

    /** Seed of the generated fleet: the same seed gives the same fleet, day by day, everywhere. */
    @WithDefault("2026")
    long seed();

    /** How many times the generated fleet is repeated, for benchmarks. */
    @WithDefault("1")
    int copies();

    /** Waiting time before each answer, in milliseconds. */
    @WithDefault("0")
    int latencyMs();

    /** How many turbines send samples. */
    @WithDefault("100")
    int turbines();

    /** Traits that the samples have from the start, such as {@code gaps:percent=2;disorder}. */
    Optional<String> traits();

    /** The database of samples that the source is given; not set: it keeps none. */
    Optional<String> dbUrl();

    Optional<String> dbUser();

    Optional<String> dbPassword();
}
