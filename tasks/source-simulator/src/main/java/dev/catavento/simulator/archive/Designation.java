package dev.catavento.simulator.archive;

import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.SourceRow;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Designations that change though the turbines do not. */
final class Designation {

    private static final Pattern TWO_DIGITS_AT_END = Pattern.compile("^(.*[^0-9])?([0-9]{2})$");
    private static final Pattern NUMBER_AT_END = Pattern.compile("^(.*?)([0-9]+)$");

    private Designation() {}

    /** The same way of writing with another number: {@code CAI-083} and 7 give {@code CAI-007}. */
    static String numbered(String like, int number) {
        Matcher matcher = NUMBER_AT_END.matcher(like);
        if (!matcher.matches()) {
            return like + "-" + number;
        }
        return matcher.group(1) + ("%0" + matcher.group(2).length() + "d").formatted(number);
    }

    static void swapped(DayDraft draft) {
        List<Integer> plant = draft.pickPlant(row -> true);
        for (int k = 1; k < plant.size(); k++) {
            SourceRow one = draft.row(plant.get(k - 1));
            SourceRow other = draft.row(plant.get(k));
            String first = one.text(LayerField.DEN_AEG);
            String second = other.text(LayerField.DEN_AEG);
            if (!first.equals(second) && !one.position().equals(other.position())) {
                draft.replace(plant.get(k - 1), one.with(LayerField.DEN_AEG, second), EditKind.DESIGNATIONS_SWAPPED);
                draft.replace(plant.get(k), other.with(LayerField.DEN_AEG, first), EditKind.DESIGNATIONS_SWAPPED);
                return;
            }
        }
    }

    static void rewritten(DayDraft draft) {
        for (int i : draft.pickPlant(Designation::hasTwoDigits)) {
            SourceRow row = draft.row(i);
            Matcher matcher = TWO_DIGITS_AT_END.matcher(row.text(LayerField.DEN_AEG));
            if (matcher.matches()) {
                String prefix = matcher.group(1) == null ? "" : matcher.group(1);
                draft.replace(
                        i,
                        row.with(LayerField.DEN_AEG, prefix + "0" + matcher.group(2)),
                        EditKind.DESIGNATION_REWRITTEN);
            }
        }
    }

    private static boolean hasTwoDigits(SourceRow row) {
        return TWO_DIGITS_AT_END.matcher(row.text(LayerField.DEN_AEG)).matches();
    }
}
