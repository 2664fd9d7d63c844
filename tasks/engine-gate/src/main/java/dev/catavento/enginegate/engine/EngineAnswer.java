package dev.catavento.enginegate.engine;

import dev.catavento.enginegate.RefusedException;
import dev.catavento.enginegate.http.Body;
import dev.catavento.enginegate.http.ByteInput;
import dev.catavento.enginegate.http.Deadline;
import dev.catavento.enginegate.http.Head;
import dev.catavento.enginegate.http.Headers;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import java.util.regex.Pattern;

/** The engine's answer: its head as read, its body as it comes. */
public final class EngineAnswer implements AutoCloseable {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([2-5][0-9]{2})(?: (.*))?");

    private final SocketChannel channel;
    private final ByteInput in;
    private final Deadline deadline;
    private int status;
    private String reason;
    private Headers headers;

    private EngineAnswer(SocketChannel channel, Duration patience) {
        this.channel = channel;
        this.in = new ByteInput(channel);
        this.deadline = patience == null ? null : Deadline.of(channel, patience);
    }

    static EngineAnswer read(SocketChannel channel, Duration patience) throws IOException {
        var answer = new EngineAnswer(channel, patience);
        try {
            answer.readHead();
            return answer;
        } catch (IOException | RefusedException e) {
            boolean late = answer.isLate();
            answer.close();
            throw late
                    ? new RefusedException(504, "engine gate: the Docker engine did not answer in time")
                    : new RefusedException(502, "engine gate: the Docker engine's answer broke off or is not HTTP");
        }
    }

    private void readHead() throws IOException {
        var lines = Head.read(in);
        var first = STATUS_LINE.matcher(lines.isEmpty() ? "" : lines.getFirst());
        if (!first.matches()) {
            throw new EOFException("no status line");
        }
        status = Integer.parseInt(first.group(1));
        reason = first.group(2) == null ? "" : first.group(2);
        headers = Headers.parse(lines.subList(1, lines.size()));
    }

    public int status() {
        return status;
    }

    public String reason() {
        return reason;
    }

    public Headers headers() {
        return headers;
    }

    /** The whole body of a short answer. */
    byte[] body(int most) {
        try {
            return Body.read(in, headers, most);
        } catch (IOException | RefusedException e) {
            throw new RefusedException(502, "engine gate: the Docker engine's answer broke off: " + e.getMessage());
        }
    }

    /** Passes the body on as it comes, framing included, until the engine ends it. */
    public void copyTo(WritableByteChannel out) throws IOException {
        in.copyTo(out);
    }

    private boolean isLate() {
        return deadline != null && deadline.isOver();
    }

    /** Breaks off what is still coming; may be called by any thread. */
    @Override
    public void close() throws IOException {
        if (deadline != null) {
            deadline.close();
        }
        channel.close();
    }
}
