package dev.catavento.loadpostgis.windfleet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;

/** A row as JSON in the source's words, for the quarantine; rows there are few. */
final class SigelRowJson {
    private static final JsonFactory JSON = new JsonFactory();

    private SigelRowJson() {}

    static String of(SigelTurbineRow row) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (var component : SigelTurbineRow.class.getRecordComponents()) {
                write(json, component, component.getAccessor().invoke(row));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, RecordComponent component, Object value) throws IOException {
        json.writeFieldName(component.getName());
        switch (value) {
            case null -> json.writeNull();
            case Double number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case Collection<?> texts -> {
                json.writeStartArray();
                for (var one : texts) {
                    json.writeString(one.toString());
                }
                json.writeEndArray();
            }
            default -> json.writeString(value.toString());
        }
    }
}
