package dev.catavento.simulator.archive;

import dev.catavento.simulator.generated.Ceg;
import dev.catavento.simulator.generated.PlaceFields;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.Position;
import dev.catavento.simulator.layer.SourceRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Rows that were not there the day before. */
final class Comings {

    /** Above every plant id of the first day, below those of its copies. */
    private static final int FIRST_NEW_PLANT_ID = 73_600;

    private static final int NEW_PLANT_EVERY = 3;
    private static final double ROTORS_APART = 3.4;
    private static final double NEW_PLANT_AWAY_M = 2_300;

    private Comings() {}

    static void returned(DayDraft draft) {
        draft.takeReturning().forEach(row -> draft.add(row, EditKind.RETURNED));
    }

    static void addedTurbines(DayDraft draft) {
        List<Integer> plant = draft.pickPlant(row -> "Não".equals(row.text(LayerField.OPERACAO)));
        if (plant.isEmpty()) {
            return;
        }
        SourceRow last = draft.row(plant.getLast());
        double angle = draft.dice().between(0, 2 * Math.PI);
        int count = 1 + draft.dice().below(3);
        for (int i = 1; i <= count; i++) {
            double away = i * ROTORS_APART * last.number(LayerField.DIAM_ROTOR);
            SourceRow row = last.with(
                    LayerField.DEN_AEG, Designation.numbered(last.text(LayerField.DEN_AEG), plant.size() + i));
            Position place = last.position().movedByMetres(away * Math.cos(angle), away * Math.sin(angle));
            draft.add(draft.stamped(PlaceFields.at(row, place)), EditKind.ADDED);
        }
    }

    static void addedPlant(DayDraft draft) {
        if (draft.number() % NEW_PLANT_EVERY != 0) {
            return;
        }
        List<Integer> neighbour = draft.pickPlant(row -> "Não".equals(row.text(LayerField.OPERACAO))
                && row.text(LayerField.UF) != null
                && row.number(LayerField.DIAM_ROTOR) >= 140);
        if (neighbour.isEmpty()) {
            return;
        }
        SourceRow model = draft.row(neighbour.getFirst()).with(fields(draft, draft.row(neighbour.getFirst())));
        double angle = draft.dice().between(0, 2 * Math.PI);
        int count = 4 + draft.dice().below(4);
        for (int i = 1; i <= count; i++) {
            double away = NEW_PLANT_AWAY_M + i * ROTORS_APART * model.number(LayerField.DIAM_ROTOR);
            Position place = model.position().movedByMetres(away * Math.cos(angle), away * Math.sin(angle));
            SourceRow row = model.with(LayerField.DEN_AEG, "NE%d-%02d".formatted(draft.number(), i));
            draft.add(draft.stamped(PlaceFields.at(row, place)), EditKind.ADDED);
        }
    }

    private static Map<LayerField, Object> fields(DayDraft draft, SourceRow neighbour) {
        int id = FIRST_NEW_PLANT_ID + draft.number();
        String name = "Nova Etapa do Vento " + draft.number();
        Map<LayerField, Object> fields = new EnumMap<>(LayerField.class);
        fields.put(LayerField.EOL_VERSAO_ID, id);
        fields.put(LayerField.NOME_EOL, name);
        fields.put(LayerField.PROPRIETARIO, "Eólica " + name + " S.A.");
        fields.put(LayerField.CEG, Ceg.of(neighbour.text(LayerField.UF), id));
        fields.put(LayerField.OPERACAO, "Não");
        return fields;
    }
}
