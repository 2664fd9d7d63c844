package dev.catavento.simulator.telemetry.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.catavento.simulator.telemetry.sample.Reading;
import dev.catavento.simulator.telemetry.sample.Signal;
import dev.catavento.simulator.telemetry.serve.StampText;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Writes a reading as a JSON object: its stamp, then the columns; a column that was not asked for is null. */
final class RowJson {

    private static final String STAMP = "timestamp";

    private final JsonGenerator json;
    private final StampText stamps;
    private final List<Signal> columns;
    private final Set<Signal> asked;
    private final TelemetryFaults faults;

    RowJson(JsonGenerator json, TelemetryRequest request, List<Signal> columns, Set<Signal> asked) {
        this.json = json;
        this.faults = request.faults();
        this.stamps = new StampText(request.traits().stampForm());
        this.columns = columns.stream()
                .filter(c -> !faults.missing().contains(c.column()))
                .toList();
        this.asked = asked;
    }

    void write(Reading reading) throws IOException {
        json.writeStartObject();
        if (!faults.missing().contains(STAMP)) {
            json.writeStringField(STAMP, stamps.of(reading.stampMillis()));
        }
        for (Signal signal : columns) {
            json.writeFieldName(signal.column());
            if (reading.isNanText(signal)) {
                json.writeString("NaN");
            } else if (reading.isMissing(signal) || !asked.contains(signal)) {
                json.writeNull();
            } else if (faults.retyped().contains(signal.column())) {
                json.writeString(String.valueOf(reading.value(signal)));
            } else {
                json.writeNumber(reading.value(signal));
            }
        }
        for (String column : faults.added()) {
            json.writeStringField(column, "novo");
        }
        json.writeEndObject();
    }
}
