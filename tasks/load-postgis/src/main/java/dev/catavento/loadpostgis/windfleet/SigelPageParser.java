package dev.catavento.loadpostgis.windfleet;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads a page of the layer ({@code f=json}) row by row, without holding it. For one thread. */
final class SigelPageParser {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private final SharedTexts texts = new SharedTexts();

    /** Hands over each feature of the page; whatever else stands in it is passed over. */
    void parse(InputStream page, Consumer<SigelTurbineRow> rows) throws IOException {
        try (var json = JSON.createParser(page)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean features = "features".equals(json.currentName());
                json.nextToken();
                if (features) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        rows.accept(feature(json));
                    }
                } else {
                    json.skipChildren();
                }
            }
        }
    }

    private SigelTurbineRow feature(JsonParser json) throws IOException {
        var row = new SigelRowBuilder(texts);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var part = json.currentName();
            json.nextToken();
            if (json.currentToken() == JsonToken.START_OBJECT && "attributes".equals(part)) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    var field = json.currentName();
                    json.nextToken();
                    row.attribute(field, json);
                }
            } else if (json.currentToken() == JsonToken.START_OBJECT && "geometry".equals(part)) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    var axis = json.currentName();
                    json.nextToken();
                    row.geometry(axis, json);
                }
            } else {
                json.skipChildren();
            }
        }
        return row.build();
    }
}
