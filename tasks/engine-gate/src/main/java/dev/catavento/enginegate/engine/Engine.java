package dev.catavento.enginegate.engine;

import dev.catavento.enginegate.RefusedException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** The engine behind the gate: one connection for one request, every byte of which the gate wrote itself. */
public final class Engine {
    private static final Logger LOG = Logger.getLogger(Engine.class);

    private final Path socket;
    private final AtomicBoolean down = new AtomicBoolean();

    public Engine(Path socket) {
        this.socket = socket;
    }

    /**
     * Sends a request; the caller closes the answer.
     *
     * @param body JSON, or null
     * @param patience longest wait for the answer's end, or null for an answer that may take days
     */
    public EngineAnswer ask(String method, String target, byte[] body, Duration patience) throws IOException {
        var channel = connect();
        try {
            var head = method + " " + target + " HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n"
                    + (body == null ? "" : "Content-Type: application/json\r\n")
                    + (method.equals("POST") ? "Content-Length: " + (body == null ? 0 : body.length) + "\r\n" : "")
                    + "\r\n";
            write(channel, head.getBytes(StandardCharsets.US_ASCII));
            if (body != null) {
                write(channel, body);
            }
            return EngineAnswer.read(channel, patience);
        } catch (IOException e) {
            channel.close();
            throw new RefusedException(502, "engine gate: the Docker engine broke the connection: " + e.getMessage());
        } catch (RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private SocketChannel connect() throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(socket));
        } catch (IOException e) {
            channel.close();
            if (down.compareAndSet(false, true)) {
                LOG.errorf("the Docker engine does not answer at %s: %s", socket, e.getMessage());
            }
            throw new RefusedException(
                    503, "engine gate: the Docker engine does not answer at " + socket + ": " + e.getMessage());
        }
        if (down.compareAndSet(true, false)) {
            LOG.infof("the Docker engine answers again at %s", socket);
        }
        return channel;
    }

    private static void write(SocketChannel channel, byte[] bytes) throws IOException {
        for (var buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
            channel.write(buffer);
        }
    }
}
