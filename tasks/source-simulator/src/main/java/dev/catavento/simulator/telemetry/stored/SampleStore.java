package dev.catavento.simulator.telemetry.stored;

import dev.catavento.simulator.telemetry.sample.GeneratedSamples;
import dev.catavento.simulator.telemetry.sample.Turbine;
import dev.catavento.simulator.telemetry.serve.StoredCursor;
import dev.catavento.simulator.telemetry.serve.StoredSamples;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** The samples that the source was given, in a database that outlives it, where one is configured. */
public final class SampleStore implements StoredSamples {

    private static final String ABSENT = "the simulator has no database: set CATAVENTO_SIMULATOR_DB_URL"
            + " (jdbc:postgresql://HOST:PORT/catavento_simulator), CATAVENTO_SIMULATOR_DB_USER and"
            + " CATAVENTO_SIMULATOR_DB_PASSWORD";

    private final long seed;
    private final Optional<SampleTable> table;

    /** @param seed of the samples that {@link #refill} makes */
    public SampleStore(long seed, Optional<SampleTable> table) {
        this.seed = seed;
        this.table = table;
    }

    /** Makes sure that stored samples can be read, so that an answer does not break off for want of them. */
    public void check() {
        table.ifPresent(SampleTable::open);
    }

    @Override
    public StoredCursor of(Turbine turbine) {
        return table.<StoredCursor>map(t -> new DayCursor(t, turbine)).orElse(minute -> Optional.empty());
    }

    /** Keeps samples; one of the same turbine and stamp takes the old one's place. */
    public void put(List<StoredSample> samples) {
        table().put(samples);
    }

    /**
     * Puts generated samples into the place of all that is stored of these minutes.
     *
     * @return how many
     */
    public long refill(Turbine turbine, long firstMinute, long endMinute) {
        GeneratedSamples generated = new GeneratedSamples(seed, turbine);
        table().replace(
                        turbine,
                        firstMinute,
                        endMinute,
                        LongStream.range(firstMinute, endMinute)
                                .mapToObj(minute -> new StoredSample(turbine, generated.at(minute)))
                                .toList());
        return endMinute - firstMinute;
    }

    private SampleTable table() {
        return table.orElseThrow(() -> new StoreUnavailable(ABSENT));
    }
}
