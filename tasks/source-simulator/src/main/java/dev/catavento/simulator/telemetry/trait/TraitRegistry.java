package dev.catavento.simulator.telemetry.trait;

import dev.catavento.simulator.telemetry.sample.Turbine;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The traits that are set just now, in the order they were set. */
public final class TraitRegistry {

    private final long seed;
    private final List<Trait> traits = new CopyOnWriteArrayList<>();

    /** @param seed decides which samples a trait hits */
    public TraitRegistry(long seed, List<Trait> atStart) {
        this.seed = seed;
        traits.addAll(atStart);
    }

    public void add(Trait trait) {
        traits.add(trait);
    }

    public List<Trait> list() {
        return List.copyOf(traits);
    }

    public void clear() {
        traits.clear();
    }

    /** Counts a request for a turbine's samples and gives the traits that work in its answer. */
    public Traits meet(Turbine turbine) {
        return new Traits(
                seed,
                traits.stream()
                        .filter(trait -> trait.covers(turbine))
                        .filter(Trait::meet)
                        .toList());
    }
}
