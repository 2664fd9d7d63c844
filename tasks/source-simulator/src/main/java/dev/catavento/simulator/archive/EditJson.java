package dev.catavento.simulator.archive;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.catavento.simulator.answer.JsonBody;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.Position;
import dev.catavento.simulator.layer.SourceRow;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/** Writes edits as JSON: which row, and each field with its old and new value. */
public final class EditJson {

    private EditJson() {}

    public static byte[] of(List<Edit> edits) {
        return JsonBody.of(json -> {
            json.writeStartArray();
            for (Edit edit : edits) {
                write(json, edit);
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Edit edit) throws IOException {
        json.writeStartObject();
        json.writeStringField("day", edit.day().toString());
        json.writeStringField("kind", edit.kind().wireName());
        SourceRow row = edit.after() != null ? edit.after() : edit.before();
        if (row == null) {
            json.writeNumberField("rows", edit.rows());
        } else {
            json.writeNumberField("object_id", edit.objectId());
            json.writeObjectField("plant_id", row.plantId());
            json.writeStringField("plant_name", row.text(LayerField.NOME_EOL));
            json.writeStringField("designation", row.text(LayerField.DEN_AEG));
            changes(json, edit);
        }
        json.writeEndObject();
    }

    private static void changes(JsonGenerator json, Edit edit) throws IOException {
        json.writeArrayFieldStart("changes");
        if (edit.before() != null && edit.after() != null) {
            for (LayerField field : LayerField.values()) {
                Object old = edit.before().get(field);
                Object now = edit.after().get(field);
                if (!Objects.equals(old, now)) {
                    json.writeStartObject();
                    json.writeStringField("field", field.name());
                    json.writeObjectField("old", old);
                    json.writeObjectField("new", now);
                    json.writeEndObject();
                }
            }
            geometry(json, edit.before().position(), edit.after().position());
        }
        json.writeEndArray();
    }

    private static void geometry(JsonGenerator json, Position old, Position now) throws IOException {
        if (Objects.equals(old, now)) {
            return;
        }
        json.writeStartObject();
        json.writeStringField("field", "geometry");
        json.writeFieldName("old");
        place(json, old);
        json.writeFieldName("new");
        place(json, now);
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, Position place) throws IOException {
        json.writeStartObject();
        json.writeNumberField("x", place.longitude());
        json.writeNumberField("y", place.latitude());
        json.writeEndObject();
    }
}
