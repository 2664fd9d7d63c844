package dev.catavento.simulator.http;

import dev.catavento.simulator.answer.JsonBody;
import dev.catavento.simulator.query.RequestKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** Counts the requests to the layer since the last reset, so that a test sees who asked for how much. */
@ApplicationScoped
public class RequestLog {

    private final Map<RequestKind, Integer> byKind = new EnumMap<>(RequestKind.class);
    private String lastUserAgent;
    private String lastToken;

    public synchronized void add(RequestKind kind, String userAgent, String token) {
        byKind.merge(kind, 1, Integer::sum);
        lastUserAgent = userAgent;
        lastToken = token;
    }

    synchronized void reset() {
        byKind.clear();
        lastUserAgent = null;
        lastToken = null;
    }

    synchronized byte[] toJson() {
        return JsonBody.of(json -> {
            json.writeStartObject();
            json.writeNumberField(
                    "total", byKind.values().stream().mapToInt(n -> n).sum());
            for (RequestKind kind : RequestKind.values()) {
                json.writeNumberField(kind.wireName(), byKind.getOrDefault(kind, 0));
            }
            json.writeStringField("last_user_agent", lastUserAgent);
            json.writeStringField("last_token", lastToken);
            json.writeEndObject();
        });
    }
}
