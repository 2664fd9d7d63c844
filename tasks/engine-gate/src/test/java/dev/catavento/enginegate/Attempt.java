package dev.catavento.enginegate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Something the gate must refuse.
 *
 * @param body what is sent after the head; for an attempt of bytes, all that is sent
 * @param expected how status and message begin
 */
record Attempt(String name, String method, String target, String body, String expected) {

    /** Those of {@code attempts.txt}, whose head says how to read it. */
    static Stream<Attempt> inFile() {
        try (var file = Attempt.class.getResourceAsStream("/attempts.txt")) {
            var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Attempt::parse);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Attempt parse(String line) {
        var parts = line.split("\\s+\\|\\s+", 3);
        var request = parts[1].split(" ", 2);
        return switch (request[0]) {
            case "create" -> create(parts[0], "\"HostConfig\": {\"NetworkMode\": \"none\"}, " + request[1], parts[2]);
            case "host" ->
                create(parts[0], "\"HostConfig\": {\"NetworkMode\": \"none\", " + request[1] + "}", parts[2]);
            case "net" -> create(parts[0], "\"HostConfig\": {\"NetworkMode\": " + request[1] + "}", parts[2]);
            default -> {
                var target = request[1].split(" ", 2);
                yield new Attempt(parts[0], request[0], target[0], target.length > 1 ? target[1] : "", parts[2]);
            }
        };
    }

    private static Attempt create(String name, String members, String expected) {
        var body = "{\"Image\": \"IMAGE\", \"Cmd\": [\"MARK\"], " + members + "}";
        return new Attempt(name, "POST", "/v1.41/containers/create", body, expected);
    }

    /** Those that are no plain HTTP; each would create a container if gate and engine read it differently. */
    static Stream<Attempt> ofBytes() {
        var body = "{\"Image\": \"debian:13\", \"Cmd\": [\"MARK\"], \"HostConfig\": {\"Privileged\": true}}";
        var inner = post("Content-Length: " + length(body), body);
        var padded = "{\"Image\": \"IMAGE\", \"Cmd\": [\"MARK\"]" + " ".repeat(70_000) + "}";
        var chunk = Integer.toHexString(padded.length() - 20) + "\r\n" + padded + "\r\n0\r\n\r\n";
        return Map.of(
                        "a body larger than the buffer",
                        new String[] {post("Content-Length: " + padded.length(), padded), "413 a body of more than"},
                        "a chunked body larger than the buffer",
                        new String[] {post("Transfer-Encoding: chunked", chunk), "413 a body of more than"},
                        "many small chunks",
                        new String[] {
                            post("Transfer-Encoding: chunked", ("1000\r\n" + " ".repeat(4096) + "\r\n").repeat(17)),
                            "413 a body of more than"
                        },
                        "two lengths",
                        new String[] {post("Content-Length: 2\r\nContent-Length: 200", body), "400 2 header fields"},
                        "length and chunks",
                        new String[] {
                            post("Content-Length: 4\r\nTransfer-Encoding: chunked", "0\r\n\r\n" + inner),
                            "400 both Content-Length and Transfer-Encoding"
                        },
                        "a request behind a request",
                        new String[] {"GET /_ping HTTP/1.1\r\nHost: gate\r\n\r\n" + inner, "400 bytes after the request"
                        },
                        "a folded header",
                        new String[] {post("X: 1\r\n Content-Length: 200", body), "400 a header line"},
                        "lines without carriage return",
                        new String[] {inner.replace("\r\n", "\n"), "400 a byte in the head"},
                        "a type that a web form can send",
                        new String[] {inner.replace("application/json", "text/plain"), "403 a create body without"},
                        "a web page",
                        new String[] {
                            post("Origin: http://page\r\nContent-Length: " + length(body), body), "403 a request from"
                        })
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(attempt -> new Attempt(attempt.getKey(), "", "", attempt.getValue()[0], attempt.getValue()[1]));
    }

    private static String post(String headers, String body) {
        return "POST /containers/create HTTP/1.1\r\nHost: gate\r\nContent-Type: application/json\r\n" + headers
                + "\r\n\r\n" + body;
    }

    /** Its length once MARK is replaced by its sixteen characters. */
    private static int length(String body) {
        return body.length() + 12;
    }
}
