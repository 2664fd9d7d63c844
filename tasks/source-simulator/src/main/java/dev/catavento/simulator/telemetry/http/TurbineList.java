package dev.catavento.simulator.telemetry.http;

import dev.catavento.simulator.answer.JsonBody;
import dev.catavento.simulator.http.Reply;
import dev.catavento.simulator.telemetry.sample.Turbine;
import java.util.List;

/** The turbines whose samples can be asked for. */
final class TurbineList {

    private TurbineList() {}

    static Reply of(List<Turbine> turbines) {
        return Reply.Whole.json(200, JsonBody.of(json -> {
            json.writeStartArray();
            for (Turbine turbine : turbines) {
                json.writeStartObject();
                json.writeStringField("turbine_id", turbine.name());
                json.writeNumberField("rated_power_kw", turbine.ratedPowerKw());
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }
}
