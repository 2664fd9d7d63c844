package dev.catavento.enginegate.create;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.catavento.enginegate.RefusedException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** JSON that can be read in one way only: UTF-8, one object, no key twice, not deep. */
public final class StrictJson {
    private static final int DEEPEST = 12;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(20)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private StrictJson() {}

    /** @param what names the text in a refusal */
    public static ObjectNode object(String what, byte[] text) {
        try {
            // decoded here: Jackson would guess UTF-16 from the first bytes
            return object(
                    what,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(text))
                            .toString());
        } catch (CharacterCodingException e) {
            throw RefusedException.malformed(what + " is not UTF-8");
        }
    }

    /** @param what names the text in a refusal */
    public static ObjectNode object(String what, String text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            // without Jackson's own words, which may repeat what the text says
            var at = e.getLocation() == null
                    ? ""
                    : ", at character " + e.getLocation().getCharOffset();
            throw RefusedException.malformed(
                    what + " is not JSON as the gate reads it (one object, no key twice, not deep)" + at);
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw RefusedException.malformed(what + " is not a JSON object");
    }

    /** A new, empty object to write into. */
    public static ObjectNode empty() {
        return MAPPER.createObjectNode();
    }
}
