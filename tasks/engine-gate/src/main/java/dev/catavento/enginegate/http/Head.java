package dev.catavento.enginegate.http;

import dev.catavento.enginegate.RefusedException;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The lines of a message before its body: at most 16 KB of visible ASCII, each ended by CR LF and nothing else. */
public final class Head {
    private static final int MOST_BYTES = 16 * 1024;

    private final ByteInput in;
    private int bytes;

    private Head(ByteInput in) {
        this.in = in;
    }

    /** The lines up to the empty one; an empty list when the connection ended before the first byte. */
    public static List<String> read(ByteInput in) throws IOException {
        var head = new Head(in);
        var lines = new ArrayList<String>();
        for (var line = head.line(); line != null && !line.isEmpty(); line = head.line()) {
            lines.add(line);
        }
        if (lines.isEmpty() && head.bytes > 0) {
            throw RefusedException.malformed("the request begins with an empty line");
        }
        return lines;
    }

    /** One line of a chunked body. */
    static String line(ByteInput in) throws IOException {
        var line = new Head(in).line();
        if (line == null) {
            throw new EOFException("ended within a body");
        }
        return line;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        while (true) {
            int next = in.next();
            if (next < 0) {
                if (bytes == 0) {
                    return null;
                }
                throw new EOFException("ended within a head");
            }
            if (++bytes > MOST_BYTES) {
                throw new RefusedException(431, "engine gate: a head of more than " + MOST_BYTES + " bytes");
            }
            if (next == '\r') {
                return endOf(line);
            }
            if (next != '\t' && (next < 0x20 || next > 0x7e)) {
                throw RefusedException.malformed("a byte in the head that is not visible ASCII");
            }
            line.append((char) next);
        }
    }

    private String endOf(StringBuilder line) throws IOException {
        bytes++;
        if (in.next() != '\n') {
            throw RefusedException.malformed("a carriage return without line feed in the head");
        }
        return line.toString();
    }
}
