package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.Jitter;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.Position;
import dev.catavento.simulator.layer.SourceRow;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Four rows to query. */
final class SmallFleet {

    static final Fleet FLEET = new Fleet(
            new int[] {10, 20, 30, 40},
            new SourceRow[] {
                row(2.0, "Vento Manso", "BA", "2022-05-01T10:00:00Z"),
                row(4.0, "Vento Forte", "BA", "2024-05-01T10:00:00Z"),
                row(null, "D'Ouro", "RN", null),
                row(6.0, "Brisa", null, null),
            },
            Jitter.NONE);

    private SmallFleet() {}

    private static SourceRow row(Double power, String name, String state, String updated) {
        Map<LayerField, Object> values = new EnumMap<>(LayerField.class);
        values.put(LayerField.POT_MW, power);
        values.put(LayerField.NOME_EOL, name);
        values.put(LayerField.UF, state);
        values.put(
                LayerField.DATA_ATUALIZACAO,
                updated == null ? null : Instant.parse(updated).toEpochMilli());
        return SourceRow.of(values, Position.ofDegrees(-40, -10));
    }

    static String idsOf(int[] rows) {
        return Arrays.stream(rows)
                .mapToObj(row -> String.valueOf(FLEET.objectIds()[row]))
                .collect(Collectors.joining(","));
    }
}
