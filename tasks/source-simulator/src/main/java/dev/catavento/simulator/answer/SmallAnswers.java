package dev.catavento.simulator.answer;

import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.LayerField;

/** The short answers: a count, the ids, an error. */
public final class SmallAnswers {

    private SmallAnswers() {}

    public static byte[] count(int count) {
        return JsonBody.of(json -> {
            json.writeStartObject();
            json.writeNumberField("count", count);
            json.writeEndObject();
        });
    }

    public static byte[] ids(int[] objectIds) {
        return JsonBody.of(json -> {
            json.writeStartObject();
            json.writeStringField("objectIdFieldName", LayerField.OBJECTID.name());
            json.writeFieldName("objectIds");
            json.writeArray(objectIds, 0, objectIds.length);
            json.writeEndObject();
        });
    }

    public static byte[] error(ArcGisException error) {
        return JsonBody.of(json -> {
            json.writeStartObject();
            json.writeObjectFieldStart("error");
            json.writeNumberField("code", error.code());
            json.writeStringField("message", error.getMessage());
            json.writeArrayFieldStart("details");
            for (String detail : error.details()) {
                json.writeString(detail);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        });
    }
}
