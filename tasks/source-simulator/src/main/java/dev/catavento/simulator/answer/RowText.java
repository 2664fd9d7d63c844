package dev.catavento.simulator.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.LayerSchema;
import dev.catavento.simulator.layer.Position;
import dev.catavento.simulator.layer.SourceRow;
import dev.catavento.simulator.query.SpatialReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A row's attributes as text before and after its OBJECTID, kept with the row: benchmarks ask for whole pages again and
 * again, and only the number and the coordinates differ between loads.
 */
record RowText(String head, String tail) {

    private static final long MOST_KEPT_CHARACTERS = Runtime.getRuntime().maxMemory() / 10;
    private static final AtomicLong KEPT_CHARACTERS = new AtomicLong();

    /** Whether a page is of the plain kind: all fields, the layer's own coordinates, nothing wrong. */
    static boolean canWrite(FeaturePage page) {
        return page.columns().equals(LayerSchema.PLAIN.columns())
                && page.withGeometry()
                && page.reference() != SpatialReference.WEB_MERCATOR
                && page.faults().equals(GeometryFaults.NONE);
    }

    static void write(JsonGenerator json, Fleet fleet, int row) throws IOException {
        RowText text = of(fleet.rows()[row]);
        json.writeRawValue(text.head);
        json.writeRaw(String.valueOf(fleet.objectIds()[row]));
        json.writeRaw(text.tail);
        Position place = fleet.position(row);
        if (place != null) {
            json.writeRaw(",\"geometry\":{\"x\":" + place.longitude() + ",\"y\":" + place.latitude() + "}");
        }
        json.writeRaw('}');
    }

    private static RowText of(SourceRow row) {
        if (row.derived() instanceof RowText kept) {
            return kept;
        }
        RowText text = make(row);
        int length = text.head.length() + text.tail.length();
        if (KEPT_CHARACTERS.addAndGet(length) <= MOST_KEPT_CHARACTERS) {
            row.keepDerived(text);
        } else {
            KEPT_CHARACTERS.addAndGet(-length);
        }
        return text;
    }

    private static RowText make(SourceRow row) {
        String marker = "\"OBJECTID\":";
        String whole = new String(
                JsonBody.of(json -> {
                    json.writeStartObject();
                    json.writeObjectFieldStart("attributes");
                    for (LayerField field : LayerField.values()) {
                        json.writeFieldName(field.name());
                        Cells.write(json, row.get(field));
                    }
                    json.writeEndObject();
                    json.writeEndObject();
                }),
                StandardCharsets.UTF_8);
        int at = whole.indexOf(marker + "null") + marker.length();
        return new RowText(whole.substring(0, at), whole.substring(at + "null".length(), whole.length() - 1));
    }
}
