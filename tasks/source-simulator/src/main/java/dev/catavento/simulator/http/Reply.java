package dev.catavento.simulator.http;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What goes out on the wire for one request. */
public sealed interface Reply {

    /** An ordinary answer. */
    record Whole(int status, String contentType, Map<String, String> headers, byte[] body) implements Reply {

        public static Whole json(byte[] body) {
            return json(200, body);
        }

        public static Whole json(int status, byte[] body) {
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

    /** An answer that is made while it is sent; its body is never whole in memory. */
    record Streamed(int status, String contentType, StreamedBody body) implements Reply {}

    /** A streamed answer whose connection ends within the body, after so many bytes (−1: half of them). */
    record StreamedCut(Streamed whole, int keepBytes, boolean chunked) implements Reply {}

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
