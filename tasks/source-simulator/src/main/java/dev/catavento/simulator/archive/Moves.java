package dev.catavento.simulator.archive;

import dev.catavento.simulator.generated.PlaceFields;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.SourceRow;
import java.util.List;

/** Turbines that stand elsewhere than the day before. */
final class Moves {

    private Moves() {}

    static void by30Metres(DayDraft draft) {
        List<Integer> plant = draft.pickPlant(row -> true);
        int count = Math.min(1 + draft.dice().below(2), plant.size());
        for (int i : plant.subList(0, count)) {
            draft.replace(i, moved(draft, draft.row(i), 30), EditKind.MOVED_30_M);
        }
    }

    static void by65MetresAndRenamed(DayDraft draft) {
        int i = draft.pickRow(row -> true);
        if (i < 0) {
            return;
        }
        SourceRow row = draft.row(i);
        SourceRow renamed = row.with(LayerField.DEN_AEG, row.text(LayerField.DEN_AEG) + "-R" + draft.number());
        draft.replace(i, moved(draft, renamed, 65), EditKind.MOVED_65_M_AND_RENAMED);
    }

    private static SourceRow moved(DayDraft draft, SourceRow row, double metres) {
        double angle = draft.dice().between(0, 2 * Math.PI);
        return PlaceFields.at(row, row.position().movedByMetres(metres * Math.cos(angle), metres * Math.sin(angle)));
    }
}
