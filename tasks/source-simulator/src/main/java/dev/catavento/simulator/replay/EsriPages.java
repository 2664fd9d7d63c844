package dev.catavento.simulator.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.Position;
import dev.catavento.simulator.layer.SourceRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads raw pages as the layer answered them; a row on several pages counts once. */
final class EsriPages {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EsriPages() {}

    static List<NumberedRow> read(List<Path> files) {
        Map<Integer, NumberedRow> rows = new TreeMap<>();
        for (Path file : files) {
            try {
                for (JsonNode feature : JSON.readTree(file.toFile()).path("features")) {
                    NumberedRow row = row(feature);
                    rows.put(row.objectId(), row);
                }
            } catch (IOException | RuntimeException e) {
                throw new NoRecordingException("cannot read " + file + ": " + e.getMessage());
            }
        }
        return List.copyOf(rows.values());
    }

    private static NumberedRow row(JsonNode feature) {
        JsonNode attributes = feature.path("attributes");
        Map<LayerField, Object> values = new EnumMap<>(LayerField.class);
        for (LayerField field : LayerField.values()) {
            JsonNode value = attributes.path(field.name());
            if (field != LayerField.OBJECTID && !value.isMissingNode() && !value.isNull()) {
                values.put(
                        field,
                        switch (field.type()) {
                            case DOUBLE -> value.doubleValue();
                            case INTEGER, OID -> value.intValue();
                            case DATE -> value.longValue();
                            case STRING -> value.asText();
                        });
            }
        }
        JsonNode geometry = feature.path("geometry");
        Position place = geometry.path("x").isNumber() && geometry.path("y").isNumber()
                ? Position.ofDegrees(
                        geometry.path("x").doubleValue(), geometry.path("y").doubleValue())
                : null;
        return new NumberedRow(attributes.path(LayerField.OBJECTID.name()).intValue(), SourceRow.of(values, place));
    }
}
