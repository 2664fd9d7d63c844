package dev.catavento.simulator.telemetry.http;

import dev.catavento.simulator.http.Reply;
import dev.catavento.simulator.telemetry.sample.Signal;
import dev.catavento.simulator.telemetry.serve.SampleReader;
import dev.catavento.simulator.telemetry.serve.StampRange;
import java.util.Set;

/** An array of all rows, both ends included; what was not asked for is null. */
final class SensorsDialect implements TelemetryDialect {

    private final SampleReader reader;

    SensorsDialect(SampleReader reader) {
        this.reader = reader;
    }

    @Override
    public String path() {
        return "/api/v1/sensors";
    }

    @Override
    public int badStatus() {
        return 422;
    }

    @Override
    public Reply answer(TelemetryRequest request) {
        Set<Signal> asked = request.signals("metrics");
        StampRange range = StampRange.closed(
                request.query().instant("start_date"), request.query().instant("end_date"));
        if (range.isBackwards()) {
            throw new BadRequest(400, "start_date deve ser menor que end_date");
        }
        return StreamedJson.of(json -> {
            RowJson row = new RowJson(json, request, TelemetryRequest.columns(asked), asked);
            json.writeStartArray();
            reader.read(request.readings(range), reading -> {
                if (request.isKept(range, reading.stampMillis())) {
                    row.write(reading);
                }
                return true;
            });
            json.writeEndArray();
        });
    }
}
