package dev.catavento.simulator.generated;

import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.Position;
import dev.catavento.simulator.layer.SourceRow;
import java.util.EnumMap;
import java.util.Map;

/** The generated fleet as it was on its first day. */
public final class FirstDay {

    private FirstDay() {}

    public static Fleet make(long seed, int copies) {
        SourceRow[] rows = new SourceRow[23_522 * copies];
        for (int i = 0; i < rows.length; i++) {
            Map<LayerField, Object> v = new EnumMap<>(LayerField.class);
            v.put(LayerField.POT_MW, 4.2);
            v.put(LayerField.NOME_EOL, "Plant " + i / 10);
            v.put(LayerField.EOL_VERSAO_ID, 30000 + i / 10);
            v.put(LayerField.DEN_AEG, "P-" + i % 10);
            v.put(LayerField.OPERACAO, "Sim");
            v.put(LayerField.DATA_ATUALIZACAO, 1666625847000L);
            rows[i] = SourceRow.of(v, Position.ofDegrees(-42 + i * 1e-4, -12 + (i % 100) * 1e-2));
        }
        return Fleet.numbered(rows);
    }
}
