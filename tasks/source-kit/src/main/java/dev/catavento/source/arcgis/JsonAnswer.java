package dev.catavento.source.arcgis;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.catavento.source.http.Answer;
import dev.catavento.source.http.SourceFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads the one object an answer must be, member by member. Recognises what is no answer whatever its status says: an
 * error object, HTML, a body cut short.
 */
final class JsonAnswer {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private JsonAnswer() {}

    /** Takes a member; the parser stands on its value, and must stand on the value's end afterwards. */
    @FunctionalInterface
    interface Member {
        void read(String name, JsonParser json) throws IOException;
    }

    static void read(Answer answer, Member member) {
        if (answer.status() != 200) {
            throw ArcGisErrors.ofStatus(answer.status(), said(answer), answer.retryAfter());
        }
        read(answer.body(), member);
    }

    static void read(byte[] body, Member member) {
        refuseOther(body);
        try (var json = JSON.createParser(body)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var name = json.currentName();
                json.nextToken();
                if (name.equals("error")) {
                    throw ErrorObject.read(json).failure();
                }
                member.read(name, json);
            }
            if (json.nextToken() != null) {
                throw new SourceFailure.Overburdened("the source's answer goes on after its end");
            }
        } catch (JsonEOFException e) {
            throw new SourceFailure.Overburdened("the source's answer is cut short after " + body.length + " bytes", e);
        } catch (JsonProcessingException e) {
            throw new SourceFailure.Overburdened("the source's answer is not JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refuseOther(byte[] body) {
        var start = start(body);
        if (start.startsWith("{")) {
            return;
        }
        if (start.isEmpty()) {
            throw new SourceFailure.Overburdened("the source's answer is empty");
        }
        var what = start.startsWith("<") ? "HTML" : "something";
        throw new SourceFailure.Unavailable("the source sent " + what + " instead of JSON: " + start);
    }

    /** What an answer with another status says, as far as it is worth a line. */
    private static String said(Answer answer) {
        var start = start(answer.body());
        if (start.startsWith("{")) {
            try {
                read(answer.body(), (name, json) -> json.skipChildren());
            } catch (SourceFailure failure) {
                return failure.getMessage();
            }
        }
        return start.startsWith("<") ? "" : start;
    }

    private static String start(byte[] body) {
        var text = new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8).strip();
        var whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return whole.toLowerCase(Locale.ROOT).startsWith("<")
                ? whole.substring(0, Math.min(80, whole.length()))
                : whole;
    }

    /** {@code {"code":…,"message":…,"details":[…]}}. */
    private record ErrorObject(int code, String message) {

        static ErrorObject read(JsonParser json) throws IOException {
            int code = 0;
            var said = new StringBuilder();
            int depth = json.currentToken() == JsonToken.START_OBJECT ? 1 : 0;
            while (depth > 0) {
                switch (json.nextToken()) {
                    case START_OBJECT, START_ARRAY -> depth++;
                    case END_OBJECT, END_ARRAY -> depth--;
                    case VALUE_NUMBER_INT -> code = "code".equals(json.currentName()) ? json.getValueAsInt() : code;
                    case VALUE_STRING -> said.append(said.isEmpty() ? "" : ": ").append(json.getText());
                    case null -> throw new JsonEOFException(json, null, "within an error");
                    default -> {}
                }
            }
            return new ErrorObject(code, said.toString());
        }

        SourceFailure failure() {
            return ArcGisErrors.ofError(code, message);
        }
    }
}
