package dev.catavento.source.arcgis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.catavento.source.http.SourceFailure;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the rows of one page, one after the other, and hands them on. */
final class FeatureReader {
    private final String idField;
    private final FeatureSink sink;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private double x;
    private double y;

    FeatureReader(String idField, FeatureSink sink) {
        this.idField = idField;
        this.sink = sink;
    }

    /** The parser stands on the row's opening bracket, and on its closing one afterwards; gives the row's id. */
    long read(JsonParser json) throws IOException {
        attributes.clear();
        x = Double.NaN;
        y = Double.NaN;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "attributes" -> attributes(json);
                case "geometry" -> geometry(json);
                default -> json.skipChildren();
            }
        }
        if (!(attributes.get(idField) instanceof Long id)) {
            throw new SourceFailure.BrokenAnswer("a row has no " + idField);
        }
        sink.take(new Feature(id, attributes, x, y));
        return id;
    }

    private void attributes(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            attributes.put(name, value(json, json.nextToken()));
        }
    }

    private static Object value(JsonParser json, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> json.getText();
            case VALUE_NUMBER_INT ->
                json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? (Object) json.getDecimalValue()
                        : (Object) json.getLongValue();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NULL -> null;
            default -> throw new SourceFailure.BrokenAnswer("an attribute's value is no value: " + token);
        };
    }

    /** A null geometry, none at all, and one whose x is null or "NaN" are the same: no position. */
    private void geometry(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            var token = json.nextToken();
            switch (name) {
                case "x" -> x = token.isNumeric() ? json.getDoubleValue() : Double.NaN;
                case "y" -> y = token.isNumeric() ? json.getDoubleValue() : Double.NaN;
                default -> json.skipChildren();
            }
        }
    }
}
