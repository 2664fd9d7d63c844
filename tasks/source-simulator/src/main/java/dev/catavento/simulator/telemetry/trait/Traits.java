package dev.catavento.simulator.telemetry.trait;

import dev.catavento.simulator.telemetry.sample.Reading;
import dev.catavento.simulator.telemetry.sample.Turbine;
import dev.catavento.simulator.telemetry.serve.StampForm;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/** The traits that work in one answer; they stay the same until it is written to its end. */
public final class Traits {

    /** Samples as one would wish them. */
    public static final Traits NONE = new Traits(0, List.of());

    private final long seed;
    private final List<Trait> inOrder;

    Traits(long seed, List<Trait> traits) {
        this.seed = seed;
        this.inOrder = traits.stream().sorted(Comparator.comparing(Trait::kind)).toList();
    }

    /** What becomes of the samples of a minute. */
    public List<Reading> apply(Turbine turbine, long minute, LongFunction<Reading> plain, List<Reading> readings) {
        if (inOrder.isEmpty()) {
            return readings;
        }
        MinuteDraft draft = new MinuteDraft(seed, turbine, minute, plain, readings);
        inOrder.forEach(trait -> trait.kind().effect().apply(trait, draft));
        return draft.readings();
    }

    /** What a wrong clock adds to each stamp. */
    public long clockErrorMillis() {
        return of(TraitKind.CLOCK_AHEAD)
                .mapToLong(trait -> trait.number("seconds") * 1000L)
                .sum();
    }

    public boolean stampsAreEnds() {
        return of(TraitKind.END_STAMPS).findAny().isPresent();
    }

    public boolean isDisordered() {
        return of(TraitKind.DISORDER).findAny().isPresent();
    }

    /** The one that was asked for last; naive where none was. */
    public StampForm stampForm() {
        return of(TraitKind.STAMP_FORM)
                .map(trait -> StampForm.valueOf(trait.text("form").toUpperCase(Locale.ROOT)))
                .reduce(StampForm.NAIVE, (before, last) -> last);
    }

    private Stream<Trait> of(TraitKind kind) {
        return inOrder.stream().filter(trait -> trait.kind() == kind);
    }
}
