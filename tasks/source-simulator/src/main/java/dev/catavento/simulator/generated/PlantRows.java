package dev.catavento.simulator.generated;

import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.Position;
import dev.catavento.simulator.layer.SourceRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes a plant's rows as the layer publishes them, without their update stamps. */
final class PlantRows {

    private static final String VERSION = "Versão Válida";
    private static final Datum[] DATUMS = {Datum.SIRGAS2000, Datum.SAD69, Datum.WGS84};
    private static final int[] DATUM_WEIGHTS = {81, 14, 5};

    private PlantRows() {}

    static SourceRow[] of(Plant plant, Position[] places, long seed) {
        Datum datum = DATUMS[new Dice(seed, 5, plant.complex()).weighted(DATUM_WEIGHTS)];
        Map<LayerField, Object> common = new EnumMap<>(LayerField.class);
        common.put(LayerField.EOL_VERSAO_ID, plant.id());
        common.put(LayerField.VERSAO, VERSION);
        common.put(LayerField.DATUM_EMP, plant.marks().find("datum").orElse(datum.name()));
        common.put(LayerField.PROPRIETARIO, plant.owner());
        common.put(LayerField.UF, plant.state());
        common.put(LayerField.CEG, ceg(plant));
        String[] designations = designations(plant);
        SourceRow[] rows = new SourceRow[plant.size()];
        for (int i = 0; i < rows.length; i++) {
            Map<LayerField, Object> values = new EnumMap<>(common);
            Machine machine = plant.machines().get(i);
            values.put(LayerField.POT_MW, machine.powerMw());
            values.put(LayerField.ALT_TOTAL, machine.tipM());
            values.put(LayerField.ALT_TORRE, machine.towerM());
            values.put(LayerField.DIAM_ROTOR, machine.rotorM());
            values.put(LayerField.NOME_EOL, plant.nameOfRow(i));
            values.put(LayerField.DEN_AEG, designations[i]);
            values.put(LayerField.OPERACAO, plant.statuses().get(i).published());
            rows[i] = PlaceFields.at(SourceRow.of(values, null), places[i]);
        }
        return rows;
    }

    private static String ceg(Plant plant) {
        if (plant.id() == null) {
            return null;
        }
        String state = plant.marks().find("cegstate").orElse(plant.state());
        return plant.marks()
                .find("ceg")
                .map(nucleus -> Ceg.of(state, nucleus))
                .orElseGet(() -> Ceg.of(state, plant.id()));
    }

    private static String[] designations(Plant plant) {
        String[] designations = new String[plant.size()];
        for (int i = 0; i < designations.length; i++) {
            designations[i] = plant.designations().of(i + 1);
        }
        plant.marks().find("same").ifPresent(mark -> {
            for (String pair : List.of(mark.split(","))) {
                String[] rows = pair.split(":");
                designations[Integer.parseInt(rows[1]) - 1] = designations[Integer.parseInt(rows[0]) - 1];
            }
        });
        return designations;
    }
}
