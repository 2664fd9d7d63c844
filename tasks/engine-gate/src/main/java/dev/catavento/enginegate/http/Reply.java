package dev.catavento.enginegate.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.catavento.enginegate.RefusedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the gate says to its client; each answer is the last of its connection. */
public final class Reply {
    private static final int MOST_LEFT_OVER = 1 << 20;
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final SocketChannel client;

    public Reply(SocketChannel client) {
        this.client = client;
    }

    /** An error in the shape Docker's clients read: {@code {"message": "…"}}. */
    public void refuse(RefusedException refused) throws IOException {
        var message = new String(JsonStringEncoder.getInstance().quoteAsString(refused.getMessage()));
        var body = ("{\"message\":\"" + message + "\"}\n").getBytes(StandardCharsets.UTF_8);
        json(refused.status(), reason(refused.status()), body);
    }

    /** The engine's answer in the gate's own words. */
    public void json(byte[] body) throws IOException {
        json(200, "OK", body);
    }

    private void json(int status, String reason, byte[] body) throws IOException {
        write("HTTP/1.1 " + status + " " + reason + "\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length + "\r\nConnection: close\r\n\r\n");
        write(ByteBuffer.wrap(body));
    }

    /** The head of the engine's answer, without what holds for its own connection only. */
    public void head(int status, String reason, Headers headers) throws IOException {
        write("HTTP/1.1 " + status + " " + reason + "\r\n"
                + headers.fields().stream()
                        .filter(field -> passes(field.name()))
                        .map(field -> field.name() + ": " + field.value() + "\r\n")
                        .collect(Collectors.joining())
                + "Connection: close\r\n\r\n");
    }

    /** Closes so that the answer arrives: a connection closed with unread bytes would be reset. */
    public void end() throws IOException {
        client.shutdownOutput();
        try (var deadline = Deadline.of(client, LINGER)) {
            var rest = ByteBuffer.allocate(8192);
            for (int left = MOST_LEFT_OVER; left > 0 && !deadline.isOver(); left -= rest.position()) {
                if (client.read(rest.clear()) < 0) {
                    return;
                }
            }
        }
    }

    private static String reason(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 404 -> "Not Found";
            case 502, 503, 504 -> "Engine Not Available";
            default -> "Refused By Engine Gate";
        };
    }

    private static boolean passes(String header) {
        return switch (header.toLowerCase(Locale.ROOT)) {
            case "connection", "keep-alive", "upgrade", "trailer", "proxy-authenticate", "alt-svc" -> false;
            default -> true;
        };
    }

    private void write(String text) throws IOException {
        write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            client.write(bytes);
        }
    }
}
