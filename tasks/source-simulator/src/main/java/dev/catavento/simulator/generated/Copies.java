package dev.catavento.simulator.generated;

import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.SourceRow;
import java.util.EnumMap;
import java.util.Map;

/**
 * Repeats the fleet for benchmarks: each copy has plants of its own, a good kilometre beside those before it. Copies
 * stand denser than any real fleet.
 */
final class Copies {

    private static final int ID_STEP = 75_000;
    private static final double STEP_EAST_M = 1_310;
    private static final double STEP_NORTH_M = 1_070;

    private Copies() {}

    static SourceRow[] of(SourceRow[] fleet, int copies) {
        SourceRow[] all = java.util.Arrays.copyOf(fleet, fleet.length * copies);
        for (int copy = 1; copy < copies; copy++) {
            for (int i = 0; i < fleet.length; i++) {
                all[copy * fleet.length + i] = copy(fleet[i], copy);
            }
        }
        return all;
    }

    private static SourceRow copy(SourceRow row, int copy) {
        Map<LayerField, Object> changes = new EnumMap<>(LayerField.class);
        if (row.plantId() != null) {
            int id = row.plantId() + copy * ID_STEP;
            changes.put(LayerField.EOL_VERSAO_ID, id);
            changes.put(LayerField.CEG, Ceg.of(row.text(LayerField.CEG).substring(5, 7), id));
        }
        changes.put(LayerField.NOME_EOL, row.text(LayerField.NOME_EOL) + " - " + (copy + 1));
        return PlaceFields.at(row.with(changes), row.position().movedByMetres(copy * STEP_EAST_M, copy * STEP_NORTH_M));
    }
}
