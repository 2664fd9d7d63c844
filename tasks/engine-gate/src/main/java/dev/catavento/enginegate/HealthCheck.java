package dev.catavento.enginegate;

import dev.catavento.enginegate.http.Deadline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Asks a running gate for the engine's ping, as a container's health check does. */
final class HealthCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final byte[] PING = "GET /_ping HTTP/1.1\r\nHost: gate\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String WELL = "HTTP/1.1 200 ";

    private HealthCheck() {}

    /** What is wrong, or nothing when the engine answered through the gate. */
    static Optional<String> problem(GateAddress address) {
        try (var gate = address.connect();
                var deadline = Deadline.of(gate, PATIENCE)) {
            gate.write(ByteBuffer.wrap(PING));
            var answer = new String(Channels.newInputStream(gate).readAllBytes(), StandardCharsets.UTF_8);
            if (deadline.isOver() || answer.isEmpty()) {
                return Optional.of("no answer at " + address + " within " + PATIENCE.toSeconds() + " s");
            }
            return answer.startsWith(WELL) ? Optional.empty() : Optional.of(inOneLine(answer));
        } catch (IOException e) {
            return Optional.of("no gate at " + address + ": " + e.getMessage());
        }
    }

    private static String inOneLine(String answer) {
        var status = answer.substring("HTTP/1.1 ".length()).split(" ", 2)[0];
        return status + " " + answer.substring(answer.indexOf("\r\n\r\n") + 4).strip();
    }
}
