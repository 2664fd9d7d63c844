package dev.catavento.simulator.fault;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.catavento.simulator.answer.JsonBody;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes what kinds of fault there are and which faults are set. */
public final class FaultCatalogue {

    private FaultCatalogue() {}

    public static byte[] kinds() {
        return JsonBody.of(json -> {
            json.writeStartArray();
            for (FaultKind kind : FaultKind.values()) {
                json.writeStartObject();
                json.writeStringField("kind", kind.wireName());
                json.writeStringField("meaning", kind.meaning());
                json.writeNumberField("default_count", kind.defaultCount());
                json.writeArrayFieldStart("parameters");
                for (FaultParameter parameter : kind.parameters()) {
                    parameter(json, parameter);
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void parameter(JsonGenerator json, FaultParameter parameter) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", parameter.name());
        json.writeObjectField("default", parameter.fallback());
        json.writeStringField("meaning", parameter.meaning());
        json.writeEndObject();
    }

    public static byte[] faults(List<Fault> faults) {
        return JsonBody.of(json -> {
            json.writeStartArray();
            for (Fault fault : faults) {
                json.writeStartObject();
                json.writeStringField("kind", fault.kind().wireName());
                json.writeStringField("match", fault.match().wireName());
                json.writeNumberField("remaining", fault.remaining());
                json.writeNumberField("hits", fault.hits());
                json.writeNumberField("after_requests", fault.afterRequests());
                for (Map.Entry<String, Object> value : fault.values().entrySet()) {
                    json.writeObjectField(value.getKey(), value.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
