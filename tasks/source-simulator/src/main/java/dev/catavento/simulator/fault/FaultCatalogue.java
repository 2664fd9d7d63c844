package dev.catavento.simulator.fault;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes what kinds of fault there are and which faults are set. */
public final class FaultCatalogue {

    private FaultCatalogue() {}

    public static void writeKinds(JsonGenerator json) throws IOException {
        for (FaultKind kind : FaultKind.values()) {
            json.writeStartObject();
            json.writeStringField("kind", kind.wireName());
            json.writeStringField("meaning", kind.meaning());
            json.writeNumberField("default_count", kind.defaultCount());
            json.writeArrayFieldStart("parameters");
            for (FaultParameter parameter : kind.parameters()) {
                writeParameter(json, parameter);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    public static void writeParameter(JsonGenerator json, FaultParameter parameter) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", parameter.name());
        json.writeObjectField("default", parameter.fallback());
        json.writeStringField("meaning", parameter.meaning());
        json.writeEndObject();
    }

    public static void writeFaults(JsonGenerator json, List<Fault> faults) throws IOException {
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
    }
}
