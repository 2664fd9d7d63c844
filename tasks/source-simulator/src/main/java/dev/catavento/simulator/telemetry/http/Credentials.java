package dev.catavento.simulator.telemetry.http;

import io.vertx.core.http.HttpServerRequest;

/** Reads what a client says about itself. */
final class Credentials {

    private static final String BEARER = "Bearer ";

    private Credentials() {}

    /** The bearer token, null for none. */
    static String bearer(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(BEARER) ? header.substring(BEARER.length()) : null;
    }
}
