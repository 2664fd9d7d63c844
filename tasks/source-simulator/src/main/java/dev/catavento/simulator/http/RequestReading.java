package dev.catavento.simulator.http;

import dev.catavento.simulator.query.Parameters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Map;

/** Reads parameters and credentials out of a request. */
final class RequestReading {

    private static final String BEARER = "Bearer ";

    private RequestReading() {}

    /** Query string and form together; the form wins. */
    static Parameters parameters(RoutingContext context) {
        Map<String, String> values = new HashMap<>();
        context.queryParams().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        context.request().formAttributes().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return new Parameters(values);
    }

    /** The token as parameter or as a bearer header, null for none. */
    static String token(HttpServerRequest request, Parameters parameters) {
        return parameters.find("token").orElseGet(() -> {
            String esri = request.getHeader("X-Esri-Authorization");
            String header = esri != null ? esri : request.getHeader("Authorization");
            return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
        });
    }
}
