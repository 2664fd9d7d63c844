package dev.catavento.simulator.telemetry.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.catavento.simulator.http.Reply;
import dev.catavento.simulator.telemetry.sample.Signal;
import dev.catavento.simulator.telemetry.serve.SampleReader;
import dev.catavento.simulator.telemetry.serve.StampRange;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** An object with the rows and their count, both ends included; only what was asked for is in a row. */
final class ColumnsDialect implements TelemetryDialect {

    private static final String START = "start_date";
    private static final String END = "end_date";

    private final SampleReader reader;

    ColumnsDialect(SampleReader reader) {
        this.reader = reader;
    }

    @Override
    public String path() {
        return "/api/data";
    }

    @Override
    public int badStatus() {
        return 400;
    }

    @Override
    public Reply answer(TelemetryRequest request) {
        Set<Signal> asked = request.signals("columns");
        StampRange range = StampRange.closed(
                request.query().instant(START), request.query().instant(END));
        if (range.isBackwards()) {
            throw request.query().bad("start_date deve ser menor que end_date");
        }
        return StreamedJson.of(json -> {
            RowJson row = new RowJson(json, request, List.copyOf(asked), asked);
            Counts counts = new Counts();
            json.writeStartObject();
            json.writeArrayFieldStart("data");
            reader.read(request.readings(range), reading -> {
                counts.all++;
                if (request.isKept(range, reading.stampMillis())) {
                    counts.sent++;
                    row.write(reading);
                }
                return true;
            });
            json.writeEndArray();
            end(json, request, counts);
            json.writeEndObject();
        });
    }

    private static final class Counts {
        private long all;
        private long sent;
    }

    private static void end(JsonGenerator json, TelemetryRequest request, Counts counts) throws IOException {
        boolean truthful = request.faults().half().orElse(true);
        long count = (truthful ? counts.sent : counts.all) + request.faults().countError();
        json.writeNumberField("count", count);
        if (counts.all == 0) {
            json.writeStringField("message", "Nenhum dado encontrado para o intervalo especificado");
        } else {
            json.writeStringField(START, request.query().find(START).orElseThrow());
            json.writeStringField(END, request.query().find(END).orElseThrow());
        }
    }
}
