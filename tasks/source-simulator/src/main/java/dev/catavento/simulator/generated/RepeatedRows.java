package dev.catavento.simulator.generated;

import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.SourceRow;
import java.util.ArrayList;
import java.util.List;

/** Makes the rows that repeat others. */
final class RepeatedRows {

    private RepeatedRows() {}

    static List<SourceRow> of(List<Plant> plants, List<SourceRow[]> rowsOfPlants, Dice dice) {
        List<SourceRow> repeats = new ArrayList<>();
        List<Integer> used = new ArrayList<>();
        for (Repeat repeat : Repeat.ALL) {
            if (repeat.difference() == Repeat.Difference.STATE) {
                SourceRow[] rows = rowsOfPlants.get(indexOfBorderPlant(plants));
                for (int i = 0; i < repeat.rows(); i++) {
                    repeats.add(rows[i].with(LayerField.UF, repeat.state()));
                }
                continue;
            }
            Status original = repeat.difference() == Repeat.Difference.STATUS ? Status.OPERATING : repeat.status();
            int left = repeat.rows();
            while (left > 0) {
                int i = dice.below(plants.size());
                Plant plant = plants.get(i);
                if (plant.complex() <= 0
                        || !repeat.state().equals(plant.state())
                        || plant.statuses().getFirst() != original
                        || used.contains(i)) {
                    continue;
                }
                used.add(i);
                SourceRow[] rows = rowsOfPlants.get(i);
                for (int k = 0; k < Math.min(3, rows.length) && left > 0; k++, left--) {
                    repeats.add(differing(rows[rows.length - 1 - k], repeat));
                }
            }
        }
        return repeats;
    }

    private static int indexOfBorderPlant(List<Plant> plants) {
        for (int i = 0; i < plants.size(); i++) {
            if (plants.get(i).name().equals(Repeat.BORDER_PLANT)) {
                return i;
            }
        }
        throw new IllegalStateException("no plant " + Repeat.BORDER_PLANT);
    }

    private static SourceRow differing(SourceRow row, Repeat repeat) {
        return switch (repeat.difference()) {
            case POWER -> row.with(LayerField.POT_MW, row.number(LayerField.POT_MW) - 0.1);
            case STATUS -> row.with(LayerField.OPERACAO, repeat.status().published());
            case NONE, STATE -> row;
        };
    }
}
