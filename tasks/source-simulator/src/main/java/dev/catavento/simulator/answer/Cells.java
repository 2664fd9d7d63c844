package dev.catavento.simulator.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.catavento.simulator.layer.Column;
import java.io.IOException;

/** Writes values and field descriptions the way the layer does. */
final class Cells {

    private Cells() {}

    static void write(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case String text -> json.writeString(text);
            case Double number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            default -> throw new IllegalStateException("no JSON for " + value.getClass());
        }
    }

    /** Leaves the object open, for what only the metadata says of a field. */
    static void startField(JsonGenerator json, Column column) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", column.name());
        json.writeStringField("type", column.type().wireName());
        json.writeStringField("alias", column.alias());
        if (column.length() > 0) {
            json.writeNumberField("length", column.length());
        }
    }
}
