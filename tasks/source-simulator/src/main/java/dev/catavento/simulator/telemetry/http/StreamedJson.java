package dev.catavento.simulator.telemetry.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import dev.catavento.simulator.answer.JsonBody;
import dev.catavento.simulator.http.Reply;

/** A JSON answer that is written while it is sent. */
final class StreamedJson {

    /** What breaks off must look so: nothing is closed that was not written to its end. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private StreamedJson() {}

    static Reply of(JsonBody.Content content) {
        return new Reply.Streamed(200, "application/json", out -> {
            try (JsonGenerator json = JSON.createGenerator(out)) {
                content.writeTo(json);
            }
        });
    }
}
