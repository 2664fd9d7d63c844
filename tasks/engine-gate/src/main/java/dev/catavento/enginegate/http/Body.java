package dev.catavento.enginegate.http;

import dev.catavento.enginegate.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.regex.Pattern;

/** The body of a message, whole, by the one length that its head gives. */
public final class Body {
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,9}");
    private static final Pattern CHUNK_SIZE = Pattern.compile("[0-9a-fA-F]{1,7}");

    private final ByteInput in;
    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private Body(ByteInput in, int most) {
        this.in = in;
        this.most = most;
    }

    /** @return the body, empty when the head gives neither a length nor chunks */
    public static byte[] read(ByteInput in, Headers headers, int most) throws IOException {
        var body = new Body(in, most);
        var length = headers.single("Content-Length");
        var encoding = headers.single("Transfer-Encoding");
        if (length.isPresent() && encoding.isPresent()) {
            throw RefusedException.malformed("both Content-Length and Transfer-Encoding; give one");
        }
        if (encoding.isPresent()) {
            if (!encoding.get().equalsIgnoreCase("chunked")) {
                throw RefusedException.malformed("a Transfer-Encoding other than chunked");
            }
            body.readChunks();
        }
        if (length.isPresent()) {
            if (!LENGTH.matcher(length.get()).matches()) {
                throw RefusedException.malformed("a Content-Length that is not a plain number");
            }
            body.take(Integer.parseInt(length.get()));
        }
        return body.bytes.toByteArray();
    }

    private void readChunks() throws IOException {
        while (true) {
            var size = Head.line(in);
            if (!CHUNK_SIZE.matcher(size).matches()) {
                throw RefusedException.malformed("a chunk size that is not a plain hexadecimal number");
            }
            take(Integer.parseInt(size, 16));
            if (!Head.line(in).isEmpty()) {
                throw RefusedException.malformed("a chunk longer than its size, or trailers");
            }
            if (size.chars().allMatch(digit -> digit == '0')) {
                return;
            }
        }
    }

    private void take(int count) throws IOException {
        if (count > most - bytes.size()) {
            throw new RefusedException(413, "engine gate: a body of more than " + most + " bytes");
        }
        for (int i = 0; i < count; i++) {
            int next = in.next();
            if (next < 0) {
                throw new EOFException("ended within a body");
            }
            bytes.write(next);
        }
    }
}
