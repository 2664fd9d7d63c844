package dev.catavento.source.arcgis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.catavento.source.http.Answer;
import dev.catavento.source.http.SourceFailure;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads a layer's description. */
final class MetadataReader {
    private String selfName;
    private String geometryType;
    private SpatialReference reference = SpatialReference.UNSTATED;
    private int maxRecordCount = LayerDescription.USUAL_MAX_RECORD_COUNT;
    private String objectIdField;
    private List<LayerField> fields = List.of();

    private MetadataReader() {}

    static LayerDescription read(Answer answer) {
        var reader = new MetadataReader();
        JsonAnswer.read(answer, reader::member);
        if (reader.fields.isEmpty()) {
            throw new SourceFailure.BrokenAnswer("asked for the layer's description, got none that lists fields");
        }
        return reader.description();
    }

    private LayerDescription description() {
        var byType = fields.stream()
                .filter(field -> field.type().equals(LayerField.OBJECT_ID_TYPE))
                .map(LayerField::name)
                .findFirst();
        return new LayerDescription(
                Optional.ofNullable(selfName),
                geometryType,
                reference,
                maxRecordCount,
                Optional.ofNullable(objectIdField).or(() -> byType),
                fields);
    }

    private void member(String name, JsonParser json) throws IOException {
        switch (name) {
            case "cataventoSource" -> selfName = json.getValueAsString();
            case "geometryType" -> geometryType = json.getValueAsString();
            case "maxRecordCount" -> maxRecordCount = Math.max(1, json.getValueAsInt(maxRecordCount));
            case "objectIdField" -> objectIdField = json.getValueAsString();
            case "fields" -> fields = Declarations.fields(json);
            case "extent" -> extent(json);
            default -> json.skipChildren();
        }
    }

    private void extent(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var name = json.currentName();
            json.nextToken();
            if (name.equals("spatialReference")) {
                reference = Declarations.reference(json);
            } else {
                json.skipChildren();
            }
        }
    }
}
