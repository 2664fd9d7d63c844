package dev.catavento.simulator.telemetry.trait;

import dev.catavento.simulator.telemetry.sample.Reading;
import dev.catavento.simulator.telemetry.sample.Signal;

/** Traits that change what samples say. */
final class ValueEffects {

    private static final double CHANGED_BY = 0.7;
    private static final int MOST_NEGATIVE_STEPS = 80;

    private ValueEffects() {}

    static void stuck(Trait trait, MinuteDraft draft) {
        if (draft.isWithin(trait)) {
            Signal signal = trait.signal();
            double held = trait.text("at").equals("zero")
                    ? 0
                    : draft.plain(draft.firstMinute(trait)).value(signal);
            draft.replaceEach(reading -> reading.with(signal, held));
        }
    }

    static void watts(Trait trait, MinuteDraft draft) {
        if (draft.isWithin(trait)) {
            draft.replaceEach(reading -> reading.with(Signal.POWER, Math.rint(reading.value(Signal.POWER) * 1000)));
        }
    }

    /** A turbine that stands still feeds on the grid a little. */
    static void negativePower(Trait trait, MinuteDraft draft) {
        if (draft.isChosen(trait)) {
            double drawn = Signal.POWER.rounded(-0.1 * (1 + draft.below(trait, MOST_NEGATIVE_STEPS)));
            draft.replaceEach(
                    reading -> reading.value(Signal.POWER) == 0 ? reading.with(Signal.POWER, drawn) : reading);
        }
    }

    static void nulls(Trait trait, MinuteDraft draft) {
        if (draft.isChosen(trait)) {
            Signal signal = signal(trait, draft);
            draft.replaceEach(reading -> reading.with(signal, Double.NaN));
        }
    }

    static void nanText(Trait trait, MinuteDraft draft) {
        if (draft.isChosen(trait)) {
            Signal signal = signal(trait, draft);
            draft.replaceEach(reading -> reading.withNanText(signal));
        }
    }

    private static Signal signal(Trait trait, MinuteDraft draft) {
        return trait.text("signal").equals("any")
                ? Signal.USUAL.get(draft.below(trait, Signal.USUAL.size()))
                : trait.signal();
    }

    static void lateChange(Trait trait, MinuteDraft draft) {
        if (RowEffects.isOneOfTheMinutes(trait, draft)) {
            draft.replaceEach(ValueEffects::changed);
        }
    }

    /** A reading that differs in every signal it has, and is still a possible one. */
    static Reading changed(Reading reading) {
        Reading changed = reading;
        for (Signal signal : Signal.values()) {
            double value = reading.value(signal);
            // Downwards, so that power stays below rated; NaN stays NaN.
            double other = value > 1 ? value - CHANGED_BY : value + CHANGED_BY;
            changed = Double.isNaN(value) ? changed : changed.with(signal, signal.rounded(other));
        }
        return changed;
    }
}
