package dev.catavento.simulator.archive;

import dev.catavento.simulator.generated.Dice;
import dev.catavento.simulator.layer.Fleet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes a day out of the day before. Every tenth day is a reload: other numbers, coordinates a hair beside, no edits. */
final class DailyEdits {

    private static final int RELOAD_EVERY = 10;
    private static final int PURPOSE = 100;

    /** Something that happens on ordinary days. */
    @FunctionalInterface
    interface DailyEdit {
        void apply(DayDraft draft);
    }

    private static final List<DailyEdit> ORDINARY = List.of(
            Comings::returned,
            Comings::addedTurbines,
            Comings::addedPlant,
            Goings::removed,
            Goings::absent,
            Moves::by30Metres,
            Moves::by65MetresAndRenamed,
            Designation::swapped,
            Designation::rewritten,
            Changes::owner,
            Changes::powerCorrected,
            Changes::repowered,
            Changes::operationStarted);

    private DailyEdits() {}

    static DayState next(DayState before, LocalDate day, long seed) {
        Dice dice = new Dice(seed, PURPOSE, before.number() + 1);
        if (isReload(before.number() + 1)) {
            return reload(before, day, dice);
        }
        DayDraft draft = new DayDraft(before, day, dice);
        ORDINARY.forEach(edit -> edit.apply(draft));
        return draft.finish();
    }

    static boolean isReload(int number) {
        return number % RELOAD_EVERY == 0;
    }

    /** Days until the next reload; on a day before one it is 1. */
    static int daysToReload(int number) {
        return RELOAD_EVERY - number % RELOAD_EVERY;
    }

    private static DayState reload(DayState before, LocalDate day, Dice dice) {
        Fleet old = before.fleet();
        var rows = new ArrayList<>(Arrays.asList(old.rows()));
        dice.shuffle(rows);
        Fleet numbered = Fleet.numbered(rows.toArray(old.rows().clone()));
        Fleet fleet =
                new Fleet(numbered.objectIds(), numbered.rows(), old.jitter().next());
        List<Edit> edits = List.of(
                Edit.ofAll(day, EditKind.RENUMBERED, fleet.size()), Edit.ofAll(day, EditKind.JITTERED, fleet.size()));
        return new DayState(
                before.number() + 1,
                fleet,
                DayState.plantIdsOf(fleet.rows()),
                edits,
                before.absent(),
                fleet.highestObjectId() + 1);
    }
}
