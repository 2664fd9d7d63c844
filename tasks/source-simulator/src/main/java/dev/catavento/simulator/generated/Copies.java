package dev.catavento.simulator.generated;

import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.SourceRow;
import java.util.EnumMap;
import java.util.HashMap;
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
            Map<String, Map<LayerField, Object>> plants = new HashMap<>();
            for (int i = 0; i < fleet.length; i++) {
                all[copy * fleet.length + i] = copy(fleet[i], copy, plants);
            }
        }
        return all;
    }

    private static SourceRow copy(SourceRow row, int copy, Map<String, Map<LayerField, Object>> plants) {
        Map<LayerField, Object> changes = plants.computeIfAbsent(
                row.plantId() + " " + row.text(LayerField.NOME_EOL), key -> plantFields(row, copy));
        return PlaceFields.at(row.with(changes), row.position().movedByMetres(copy * STEP_EAST_M, copy * STEP_NORTH_M));
    }

    /** What all rows of a plant share; made once, for memory's sake. */
    private static Map<LayerField, Object> plantFields(SourceRow row, int copy) {
        Map<LayerField, Object> fields = new EnumMap<>(LayerField.class);
        if (row.plantId() != null) {
            int id = row.plantId() + copy * ID_STEP;
            fields.put(LayerField.EOL_VERSAO_ID, id);
            fields.put(LayerField.CEG, Ceg.of(row.text(LayerField.CEG).substring(5, 7), id));
        }
        fields.put(LayerField.NOME_EOL, row.text(LayerField.NOME_EOL) + " - " + (copy + 1));
        return fields;
    }
}
