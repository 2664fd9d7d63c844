package dev.catavento.simulator.telemetry.trait;

/** What a trait does to the samples of one minute. */
@FunctionalInterface
interface TraitEffect {
    /** For traits that do not change samples, but how they are stamped, written or ordered. */
    TraitEffect NONE = (trait, draft) -> {};

    void apply(Trait trait, MinuteDraft draft);
}
