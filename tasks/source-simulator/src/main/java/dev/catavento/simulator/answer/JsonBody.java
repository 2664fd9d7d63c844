package dev.catavento.simulator.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes one JSON body into bytes. */
public final class JsonBody {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** What writes the body. */
    @FunctionalInterface
    public interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private JsonBody() {}

    public static byte[] of(Content content) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder(16_384)) {
            try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
                content.writeTo(json);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }
}
