package dev.catavento.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What goes out on the wire for one request. */
sealed interface Reply {

    /** An ordinary answer. */
    record Whole(int status, String contentType, Map<String, String> headers, byte[] body) implements Reply {

        static Whole json(byte[] body) {
            return json(200, body);
        }

        static Whole json(int status, byte[] body) {
            return new Whole(status, "application/json;charset=UTF-8", Map.of(), body);
        }

        static Whole geoJson(byte[] body) {
            return new Whole(200, "application/geo+json;charset=UTF-8", Map.of(), body);
        }

        static Whole html(int status, Map<String, String> headers, String text) {
            String page =
                    "<!DOCTYPE html>\n<html><head><title>ArcGIS REST Services Directory</title></head>\n<body><h1>"
                            + text + "</h1></body></html>\n";
            return new Whole(status, "text/html;charset=utf-8", headers, page.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** An answer whose connection ends within the body. */
    record Cut(Whole whole, int keepBytes, boolean chunked) implements Reply {}

    /** An answer that does not end. */
    record Endless(boolean dribbles) implements Reply {}

    /**
     * The connection is reset.
     *
     * @param within after the head and the first byte of the body; else before any answer
     */
    record Reset(boolean within) implements Reply {}
}
