package dev.catavento.source.arcgis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the parts that descriptions and pages have in common. */
final class Declarations {
    private Declarations() {}

    static List<LayerField> fields(JsonParser json) throws IOException {
        var fields = new ArrayList<LayerField>();
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return fields;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            String name = "";
            String type = "";
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var member = json.currentName();
                json.nextToken();
                switch (member) {
                    case "name" -> name = json.getValueAsString("");
                    case "type" -> type = json.getValueAsString("");
                    default -> json.skipChildren();
                }
            }
            fields.add(new LayerField(name, type));
        }
        return fields;
    }

    static SpatialReference reference(JsonParser json) throws IOException {
        int wkid = 0;
        int latest = 0;
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return SpatialReference.UNSTATED;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var member = json.currentName();
            json.nextToken();
            switch (member) {
                case "wkid" -> wkid = json.getValueAsInt();
                case "latestWkid" -> latest = json.getValueAsInt();
                default -> json.skipChildren();
            }
        }
        return new SpatialReference(wkid, latest);
    }
}
