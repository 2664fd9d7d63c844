package dev.catavento.simulator.telemetry.trait;

import dev.catavento.simulator.telemetry.sample.Reading;
import java.util.List;
import java.util.function.UnaryOperator;

/** Traits that change how many samples there are, and when they say they were taken. */
final class RowEffects {

    private static final int MS_OF_A_SECOND = 1000;

    private RowEffects() {}

    static void gaps(Trait trait, MinuteDraft draft) {
        if (draft.isChosen(trait, trait.number("run"))) {
            draft.readings().clear();
        }
    }

    static void equalDuplicates(Trait trait, MinuteDraft draft) {
        repeat(trait, draft, reading -> reading);
    }

    static void differentDuplicates(Trait trait, MinuteDraft draft) {
        repeat(trait, draft, ValueEffects::changed);
    }

    private static void repeat(Trait trait, MinuteDraft draft, UnaryOperator<Reading> copy) {
        if (draft.isChosen(trait)) {
            List<Reading> copies = draft.readings().stream().map(copy).toList();
            draft.readings().addAll(copies);
        }
    }

    /** For samples that are not there any more, and for those that are not there yet. */
    static void absent(Trait trait, MinuteDraft draft) {
        if (isOneOfTheMinutes(trait, draft)) {
            draft.readings().clear();
        }
    }

    static boolean isOneOfTheMinutes(Trait trait, MinuteDraft draft) {
        long since = draft.minutesSinceStart(trait);
        int every = trait.number("every");
        return since >= 0 && since % every == 0 && since / every < trait.number("n");
    }

    static void offGrid(Trait trait, MinuteDraft draft) {
        if (draft.isChosen(trait)) {
            int most = trait.number("seconds");
            int seconds = draft.below(trait, 2 * most) - most;
            // Never 0: such a sample would be on the grid.
            long shift = (seconds >= 0 ? seconds + 1L : seconds) * MS_OF_A_SECOND;
            draft.replaceEach(reading -> reading.withStamp(reading.stampMillis() + shift));
        }
    }

    static void fractionalSeconds(Trait trait, MinuteDraft draft) {
        if (draft.isChosen(trait)) {
            int millis = 1 + draft.below(trait, MS_OF_A_SECOND - 1);
            draft.replaceEach(reading -> reading.withStamp(reading.stampMillis() + millis));
        }
    }
}
