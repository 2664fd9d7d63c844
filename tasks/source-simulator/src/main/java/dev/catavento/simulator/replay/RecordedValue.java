package dev.catavento.simulator.replay;

import dev.catavento.simulator.layer.LayerField;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Turns an analyst's spelling of a value back into the layer's own. */
final class RecordedValue {

    private RecordedValue() {}

    static Object parse(LayerField field, String text) {
        return switch (field.type()) {
            case DOUBLE -> Double.valueOf(text);
            case INTEGER, OID -> (int) Double.parseDouble(text);
            case DATE ->
                LocalDateTime.parse(text.strip().replace(' ', 'T'))
                        .toInstant(ZoneOffset.UTC)
                        .toEpochMilli();
            case STRING -> field == LayerField.OPERACAO ? operation(text) : text;
        };
    }

    private static String operation(String text) {
        return switch (text) {
            case "True" -> "Sim";
            case "False" -> "Não";
            default -> text;
        };
    }
}
