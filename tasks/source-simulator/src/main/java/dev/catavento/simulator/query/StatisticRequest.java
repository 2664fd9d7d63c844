package dev.catavento.simulator.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.Column;
import dev.catavento.simulator.layer.LayerSchema;
import java.util.ArrayList;
import java.util.List;

/** One entry of {@code outStatistics}. */
public record StatisticRequest(StatisticKind kind, Column column, String outName) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static List<StatisticRequest> parseAll(String text, LayerSchema schema) {
        List<StatisticRequest> requests = new ArrayList<>();
        try {
            for (JsonNode entry : JSON.readTree(text)) {
                requests.add(parse(entry, schema));
            }
        } catch (JsonProcessingException e) {
            throw ArcGisException.badQuery("'outStatistics' parameter is invalid");
        }
        if (requests.isEmpty()) {
            throw ArcGisException.badQuery("'outStatistics' parameter is invalid");
        }
        return requests;
    }

    private static StatisticRequest parse(JsonNode entry, LayerSchema schema) {
        StatisticKind kind = StatisticKind.parse(entry.path("statisticType").asText());
        String field = entry.path("onStatisticField").asText();
        Column column = schema.find(field)
                .orElseThrow(() -> ArcGisException.badQuery("'outStatistics' parameter is invalid: field " + field));
        if (kind != StatisticKind.COUNT && !column.type().isNumeric()) {
            throw ArcGisException.badQuery("'outStatistics' parameter is invalid: " + kind + " of text " + field);
        }
        String name = entry.path("outStatisticFieldName").asText("");
        return new StatisticRequest(kind, column, name.isEmpty() ? kind + "_" + column.name() : name);
    }
}
