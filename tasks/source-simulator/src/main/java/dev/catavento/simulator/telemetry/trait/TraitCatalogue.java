package dev.catavento.simulator.telemetry.trait;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.catavento.simulator.fault.FaultCatalogue;
import dev.catavento.simulator.fault.FaultParameter;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes what traits there are and which are set, beside the faults. */
public final class TraitCatalogue {

    private TraitCatalogue() {}

    public static void writeKinds(JsonGenerator json) throws IOException {
        for (TraitKind kind : TraitKind.values()) {
            json.writeStartObject();
            json.writeStringField("kind", kind.wireName());
            json.writeStringField("meaning", kind.meaning());
            json.writeArrayFieldStart("parameters");
            for (FaultParameter parameter : kind.parameters()) {
                FaultCatalogue.writeParameter(json, parameter);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    public static void writeTraits(JsonGenerator json, List<Trait> traits) throws IOException {
        for (Trait trait : traits) {
            json.writeStartObject();
            json.writeStringField("kind", trait.kind().wireName());
            for (Map.Entry<String, Object> value : trait.values().entrySet()) {
                json.writeObjectField(value.getKey(), value.getValue());
            }
            json.writeEndObject();
        }
    }
}
