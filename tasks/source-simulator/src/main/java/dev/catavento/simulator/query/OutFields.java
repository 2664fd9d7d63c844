package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.Column;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.LayerSchema;
import java.util.Arrays;
import java.util.List;

/** {@code outFields}: the columns an answer shows, in the layer's order; none given means OBJECTID and display field. */
public final class OutFields {

    private OutFields() {}

    public static List<Column> choose(LayerSchema schema, Parameters parameters) {
        String text =
                parameters.find("outFields").orElse(LayerField.OBJECTID.name() + "," + LayerField.NOME_EOL.name());
        if (text.equals("*")) {
            return schema.columns();
        }
        List<String> names = Arrays.stream(text.split(",")).map(String::strip).toList();
        for (String name : names) {
            if (schema.find(name).isEmpty()) {
                throw ArcGisException.badQuery("'outFields' parameter is invalid: " + name);
            }
        }
        return schema.columns().stream()
                .filter(column -> names.stream().anyMatch(column.name()::equalsIgnoreCase))
                .toList();
    }
}
