package dev.catavento.simulator.archive;

import java.util.List;

/** Rows that are there no more. */
final class Goings {

    private static final int DAYS_ABSENT = 3;

    private Goings() {}

    static void removed(DayDraft draft) {
        List<Integer> plant = draft.pickPlant(row -> true);
        int count = Math.min(1 + draft.dice().below(2), plant.size());
        plant.subList(0, count).forEach(i -> draft.remove(i, EditKind.REMOVED));
    }

    /** Nobody is absent over a reload, for on that day nothing else may change. */
    static void absent(DayDraft draft) {
        if (DailyEdits.daysToReload(draft.number()) <= DAYS_ABSENT) {
            return;
        }
        List<Integer> plant = draft.pickPlant(row -> true);
        int count = Math.min(1 + draft.dice().below(3), plant.size());
        plant.subList(0, count).forEach(i -> draft.removeUntil(i, draft.number() + DAYS_ABSENT));
    }
}
