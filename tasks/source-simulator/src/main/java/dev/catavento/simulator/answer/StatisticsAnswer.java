package dev.catavento.simulator.answer;

import dev.catavento.simulator.layer.Column;
import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.query.StatisticRequest;
import dev.catavento.simulator.query.Statistics;
import java.util.List;

/** The answer to {@code outStatistics}: one feature without geometry. */
public final class StatisticsAnswer {

    private StatisticsAnswer() {}

    public static byte[] of(List<StatisticRequest> requests, Fleet fleet, int[] rows) {
        return JsonBody.of(json -> {
            json.writeStartObject();
            json.writeStringField("displayFieldName", "");
            json.writeObjectFieldStart("fieldAliases");
            for (StatisticRequest request : requests) {
                json.writeStringField(request.outName(), request.outName());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("fields");
            for (StatisticRequest request : requests) {
                Cells.startField(json, column(request));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("features");
            json.writeStartObject();
            json.writeObjectFieldStart("attributes");
            for (StatisticRequest request : requests) {
                json.writeFieldName(request.outName());
                Cells.write(json, Statistics.compute(request, fleet, rows));
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static Column column(StatisticRequest request) {
        return new Column(
                request.outName(),
                request.kind().typeOver(request.column().type()),
                request.outName(),
                0,
                request.column().cell());
    }
}
