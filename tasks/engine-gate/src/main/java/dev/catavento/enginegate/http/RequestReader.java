package dev.catavento.enginegate.http;

import dev.catavento.enginegate.RefusedException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the one request of a connection, as strictly as HTTP/1.1 may be read. */
public final class RequestReader {
    /** Longest body that is read, in bytes. */
    public static final int MOST_BODY_BYTES = 64 * 1024;

    private static final Pattern LINE = Pattern.compile("(GET|HEAD|POST|PUT|DELETE|PATCH|OPTIONS) (\\S+) HTTP/1\\.1");
    private static final List<String> OF_BROWSERS = List.of("Origin", "Sec-Fetch-Site", "Referer");

    private final Duration patience;

    /** @param patience from the first wait to the last byte of the body */
    public RequestReader(Duration patience) {
        this.patience = patience;
    }

    /** The request, or nothing when the peer went away without a word. */
    public Optional<Request> read(SocketChannel channel) throws IOException {
        try (var deadline = Deadline.of(channel, patience)) {
            try {
                return read(new ByteInput(channel), deadline);
            } catch (EOFException cut) {
                throw deadline.isOver() ? tooSlow() : RefusedException.malformed("the request " + cut.getMessage());
            }
        }
    }

    private Optional<Request> read(ByteInput in, Deadline deadline) throws IOException {
        var lines = Head.read(in);
        if (lines.isEmpty()) {
            if (deadline.isOver()) {
                throw tooSlow();
            }
            return Optional.empty();
        }
        var first = LINE.matcher(lines.getFirst());
        if (!first.matches()) {
            throw RefusedException.malformed("the first line is not METHOD /PATH HTTP/1.1");
        }
        var headers = Headers.parse(lines.subList(1, lines.size()));
        if (headers.single("Host").isEmpty()) {
            throw RefusedException.malformed("no header Host");
        }
        if (OF_BROWSERS.stream().anyMatch(headers::has)) {
            throw RefusedException.forbidden("a request from a web page (" + String.join(", ", OF_BROWSERS) + ")");
        }
        if (headers.has("Expect")) {
            throw new RefusedException(417, "engine gate: the header Expect; send the body at once");
        }
        var target = Target.parse(first.group(2));
        var body = Body.read(in, headers, MOST_BODY_BYTES);
        if (in.hasMore()) {
            throw RefusedException.malformed("bytes after the request; one connection carries one request");
        }
        return Optional.of(new Request(first.group(1), target, body, json(headers)));
    }

    private static boolean json(Headers headers) {
        return headers.single("Content-Type")
                .filter(type -> type.toLowerCase(java.util.Locale.ROOT).matches("application/json(; ?charset=utf-8)?"))
                .isPresent();
    }

    private RefusedException tooSlow() {
        return new RefusedException(
                408, "engine gate: the request was not complete within " + patience.toSeconds() + " s");
    }
}
