package dev.catavento.source.arcgis;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.catavento.source.http.Answer;
import dev.catavento.source.http.SourceFailure;
import dev.catavento.source.http.SourceHttp;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The requests an ArcGIS REST layer answers (Esri, "Query (Map Service/Layer)"), each made once. Every fault comes out
 * as a {@link SourceFailure}; nothing is repeated here.
 */
public final class ArcGisLayer {
    private final LayerAddress address;
    private final SourceHttp http;

    public ArcGisLayer(LayerAddress address, SourceHttp http) {
        this.address = address;
        this.http = http;
    }

    /** What the layer says of itself. */
    public LayerDescription describe() throws InterruptedException {
        var answer = address.token().isEmpty()
                ? http.get(address.describe())
                : http.post(address.url(), withToken(Map.of("f", "json")));
        return MetadataReader.read(answer);
    }

    /** How many rows the layer says it has. */
    public long count() throws InterruptedException {
        var count = new long[] {-1};
        JsonAnswer.read(query(Map.of("where", "1=1", "returnCountOnly", "true")), (name, json) -> {
            if (name.equals("count") && json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                count[0] = json.getLongValue();
            } else {
                json.skipChildren();
            }
        });
        if (count[0] < 0) {
            throw new SourceFailure.BrokenAnswer("asked for the count of rows, got something else");
        }
        return count[0];
    }

    /** The ids of all rows; a server does not cut this list at its maximum of rows. */
    public ObjectIds ids() throws InterruptedException {
        var list = new IdList();
        JsonAnswer.read(query(Map.of("where", "1=1", "returnIdsOnly", "true")), list::member);
        return list.ids();
    }

    /** The rows of a range, with all fields and their position. */
    public <S extends FeatureSink> LayerPage<S> page(IdRange range, String idField, S sink)
            throws InterruptedException {
        var answer = query(Map.of(
                "where", range.where(idField), "outFields", "*", "returnGeometry", "true", "orderByFields", idField));
        if (answer.status() != 200) {
            JsonAnswer.read(answer, (name, json) -> json.skipChildren());
        }
        return PageReader.read(range, answer.body(), idField, sink);
    }

    private Answer query(Map<String, String> asked) throws InterruptedException {
        var parameters = new LinkedHashMap<>(asked);
        parameters.put("f", "json");
        return address.token().isEmpty()
                ? http.get(address.query(parameters))
                : http.post(address.query(Map.of()), withToken(parameters));
    }

    private String withToken(Map<String, String> parameters) {
        var all = new LinkedHashMap<>(parameters);
        all.put("token", address.token().orElseThrow());
        return LayerAddress.form(all);
    }

    /** {@code {"objectIdFieldName":…,"objectIds":[…]}}; null stands for an empty list. */
    private static final class IdList {
        private String field;
        private long[] ids = new long[1024];
        private int size;
        private boolean listed;

        void member(String name, JsonParser json) throws IOException {
            switch (name) {
                case "objectIdFieldName" -> field = json.getValueAsString();
                case "objectIds" -> list(json);
                default -> json.skipChildren();
            }
        }

        private void list(JsonParser json) throws IOException {
            listed = true;
            if (json.currentToken() != JsonToken.START_ARRAY) {
                return;
            }
            while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
                if (size == ids.length) {
                    ids = Arrays.copyOf(ids, 2 * size);
                }
                ids[size++] = json.getLongValue();
            }
        }

        ObjectIds ids() {
            if (!listed) {
                throw new SourceFailure.BrokenAnswer("asked for the list of ids, got something else");
            }
            return new ObjectIds(Optional.ofNullable(field), Arrays.copyOf(ids, size));
        }
    }
}
