package dev.catavento.simulator.telemetry.serve;

import dev.catavento.simulator.layer.Mix;
import dev.catavento.simulator.telemetry.sample.GeneratedSamples;
import dev.catavento.simulator.telemetry.sample.Reading;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Reads one turbine's samples in order of their stamps, or in none where a trait says so. Safe for many threads. */
public final class SampleReader {

    private static final long MINUTE_MS = 60_000;
    private static final long MINUTES_OF_A_BLOCK = 60;

    private final long seed;
    private final StoredSamples stored;
    private final Clock clock;

    /**
     * @param stored take the place of the generated ones of their minute
     * @param clock tells which minutes are over: others have no sample yet
     */
    public SampleReader(long seed, StoredSamples stored, Clock clock) {
        this.seed = seed;
        this.stored = stored;
        this.clock = clock;
    }

    /** Gives one reading after another, as long as the sink wants more. */
    public void read(ReadingQuery query, ReadingSink sink) throws IOException {
        GeneratedSamples generated = new GeneratedSamples(seed, query.turbine());
        StoredCursor replaced = stored.of(query.turbine());
        long shift = query.stampShiftMillis();
        int every = query.frequency().minutes();
        // One minute more at both ends: traits move stamps by less than that.
        long first = Math.floorDiv(query.range().fromMillis() - shift, MINUTE_MS) - 1;
        long over = Math.floorDiv(clock.millis(), MINUTE_MS) - 1;
        long last = Math.min(Math.floorDiv(query.range().toMillis() - shift, MINUTE_MS) + 1, over);
        boolean disordered = query.traits().isDisordered();
        List<Reading> block = new ArrayList<>();
        for (long minute = Math.ceilDiv(first, (long) every) * every; minute <= last; minute += every) {
            List<Reading> plain = replaced.at(minute).orElse(null);
            for (Reading reading : query.traits()
                    .apply(
                            query.turbine(),
                            minute,
                            generated::at,
                            plain == null ? List.of(generated.at(minute)) : plain)) {
                Reading stamped = shift == 0 ? reading : reading.withStamp(reading.stampMillis() + shift);
                if (!query.range().holds(stamped.stampMillis())) {
                    continue;
                }
                if (disordered) {
                    block.add(stamped);
                } else if (!sink.accept(stamped)) {
                    return;
                }
            }
            boolean endOfBlock = Math.floorMod(minute + every, MINUTES_OF_A_BLOCK) < every || minute + every > last;
            if (disordered && endOfBlock && !giveShuffled(block, minute, sink)) {
                return;
            }
        }
    }

    private boolean giveShuffled(List<Reading> block, long key, ReadingSink sink) throws IOException {
        for (int i = block.size() - 1; i > 0; i--) {
            int other = (int) Math.floorMod(Mix.hash(seed, key, i), (long) i + 1);
            Reading kept = block.get(i);
            block.set(i, block.get(other));
            block.set(other, kept);
        }
        for (Reading reading : block) {
            if (!sink.accept(reading)) {
                return false;
            }
        }
        block.clear();
        return true;
    }
}
