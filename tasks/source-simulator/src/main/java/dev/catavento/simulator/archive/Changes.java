package dev.catavento.simulator.archive;

import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.SourceRow;
import java.util.List;
import java.util.Map;

/** Attributes that change: owner, power, machine, status. */
final class Changes {

    private static final double LEAST_KW_MISTAKEN_FOR_MW = 1_000;
    private static final double MOST_MW_DIVIDED_TWICE = 0.1;

    private Changes() {}

    static void owner(DayDraft draft) {
        List<Integer> plant = draft.pickPlant(row -> row.text(LayerField.PROPRIETARIO) != null);
        if (plant.isEmpty()) {
            return;
        }
        String name = draft.row(plant.getFirst()).text(LayerField.NOME_EOL).strip();
        String company = "Nova " + name + " Participações S.A. (" + draft.number() + ")";
        for (int i : plant) {
            draft.replace(
                    i, draft.stamped(draft.row(i).with(LayerField.PROPRIETARIO, company)), EditKind.OWNER_CHANGED);
        }
    }

    /** Every other day a power in the wrong unit is set right, else one that carries floating-point noise. */
    static void powerCorrected(DayDraft draft) {
        boolean unit = draft.number() % 2 == 0;
        int i = draft.pickRow(row -> unit ? isOfWrongUnit(power(row)) : power(row) != rounded(power(row)));
        if (i >= 0) {
            double power = power(draft.row(i));
            double right = power >= LEAST_KW_MISTAKEN_FOR_MW
                    ? power / 1000
                    : power < MOST_MW_DIVIDED_TWICE ? power * 1000 : power;
            SourceRow now = draft.row(i).with(LayerField.POT_MW, rounded(right));
            draft.replace(i, draft.stamped(now), EditKind.POWER_CORRECTED);
        }
    }

    static void repowered(DayDraft draft) {
        int i = draft.pickRow(row -> "Sim".equals(row.text(LayerField.OPERACAO))
                && row.number(LayerField.DIAM_ROTOR) <= 110
                && power(row) <= 2.5);
        if (i >= 0) {
            SourceRow now = draft.row(i)
                    .with(Map.of(
                            LayerField.POT_MW, 4.5,
                            LayerField.DIAM_ROTOR, 150.0,
                            LayerField.ALT_TORRE, 120.0,
                            LayerField.ALT_TOTAL, 195.0));
            draft.replace(i, draft.stamped(now), EditKind.REPOWERED);
        }
    }

    static void operationStarted(DayDraft draft) {
        List<Integer> plant = draft.pickPlant(row -> "Não".equals(row.text(LayerField.OPERACAO))
                && power(row) >= 1
                && power(row) < LEAST_KW_MISTAKEN_FOR_MW);
        int count = Math.min(1 + draft.dice().below(4), plant.size());
        for (int i : plant.subList(0, count)) {
            if ("Não".equals(draft.row(i).text(LayerField.OPERACAO))) {
                draft.replace(
                        i, draft.stamped(draft.row(i).with(LayerField.OPERACAO, "Sim")), EditKind.OPERATION_STARTED);
            }
        }
    }

    private static double power(SourceRow row) {
        return row.number(LayerField.POT_MW);
    }

    private static boolean isOfWrongUnit(double power) {
        return power >= LEAST_KW_MISTAKEN_FOR_MW || power < MOST_MW_DIVIDED_TWICE;
    }

    private static double rounded(double power) {
        return Math.round(power * 10_000) / 10_000.0;
    }
}
