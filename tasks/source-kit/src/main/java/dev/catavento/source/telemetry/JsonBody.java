package dev.catavento.source.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.catavento.source.http.SourceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Asks for a JSON body and reads it once while it comes, handing its bytes on as they are. */
final class JsonBody {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            // Python's json writes a bare NaN
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private static final int SHOWN = 80;

    private JsonBody() {}

    /** Reads a body's one value; the parser stands on its beginning, and must stand on its end afterwards. */
    @FunctionalInterface
    interface Value {
        void read(JsonParser json) throws IOException;
    }

    /** Takes a member of an object; the parser stands on its value, and must stand on the value's end afterwards. */
    @FunctionalInterface
    interface Member {
        void read(String name, JsonParser json) throws IOException;
    }

    static void read(SampleRequest request, URI url, BodySink bodies, Value value) throws InterruptedException {
        request.http().stream(url, "application/json", answer -> {
            if (answer.status() != 200) {
                throw Refusals.of(request.source(), answer);
            }
            try (var copy = bodies.open(url);
                    var body = new CopiedStream(begun(answer.body()), copy)) {
                parse(body, value);
            }
            return null;
        });
    }

    /** Reads an object member by member; anything else is a breach of contract. */
    static Value object(Member member) {
        return json -> {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw new SourceFailure.BrokenAnswer("the source's answer is not an object that holds rows");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                json.nextToken();
                member.read(name, json);
            }
        };
    }

    /** A page for people comes with status 200 too, while a service is being worked on. */
    private static InputStream begun(InputStream body) throws IOException {
        var begun = new PushbackInputStream(body, 1);
        int first = begun.read();
        if (first == '<') {
            var start = new String(begun.readNBytes(SHOWN), StandardCharsets.UTF_8);
            throw new SourceFailure.Unavailable("the source sent HTML instead of JSON: <" + start);
        }
        if (first < 0) {
            throw new SourceFailure.Overburdened("the source's answer is empty");
        }
        begun.unread(first);
        return begun;
    }

    private static void parse(InputStream body, Value value) throws IOException {
        try (var json = JSON.createParser(body)) {
            if (json.nextToken() == null) {
                throw new SourceFailure.Overburdened("the source's answer is empty");
            }
            value.read(json);
            if (json.nextToken() != null) {
                throw new SourceFailure.BrokenAnswer("the source's answer goes on after its end");
            }
        } catch (JsonProcessingException e) {
            throw new SourceFailure.BrokenAnswer(
                    ended(e)
                            ? "the source's answer ends in its midst, in line "
                                    + e.getLocation().getLineNr() + ", column "
                                    + e.getLocation().getColumnNr()
                            : "the source's answer is not JSON: " + e.getOriginalMessage());
        }
    }

    /** Between two values Jackson says so by its message only. */
    private static boolean ended(JsonProcessingException e) {
        return e instanceof JsonEOFException || e.getOriginalMessage().startsWith("Unexpected end-of-input");
    }
}
