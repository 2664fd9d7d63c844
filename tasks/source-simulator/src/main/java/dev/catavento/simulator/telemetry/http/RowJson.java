package dev.catavento.simulator.telemetry.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.catavento.simulator.telemetry.sample.Reading;
import dev.catavento.simulator.telemetry.sample.Signal;
import dev.catavento.simulator.telemetry.serve.StampForm;
import dev.catavento.simulator.telemetry.serve.StampText;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Writes a reading as a JSON object: its stamp, then the columns; a column that was not asked for is null. */
final class RowJson {

    private final JsonGenerator json;
    private final StampText stamps;
    private final List<Signal> columns;
    private final Set<Signal> asked;

    RowJson(JsonGenerator json, StampForm form, List<Signal> columns, Set<Signal> asked) {
        this.json = json;
        this.stamps = new StampText(form);
        this.columns = columns;
        this.asked = asked;
    }

    void write(Reading reading) throws IOException {
        json.writeStartObject();
        json.writeStringField("timestamp", stamps.of(reading.stampMillis()));
        for (Signal signal : columns) {
            json.writeFieldName(signal.column());
            if (reading.isNanText(signal)) {
                json.writeString("NaN");
            } else if (reading.isMissing(signal) || !asked.contains(signal)) {
                json.writeNull();
            } else {
                json.writeNumber(reading.value(signal));
            }
        }
        json.writeEndObject();
    }
}
