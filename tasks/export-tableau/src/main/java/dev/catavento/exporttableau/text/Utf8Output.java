package dev.catavento.exporttableau.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text as UTF-8 into a stream, through one buffer. An export writes millions of short and mostly ASCII pieces: the
 * JDK's writers copy each of them three times.
 */
public final class Utf8Output implements AutoCloseable {
    private static final int SIZE = 1 << 16;

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private int used;

    public Utf8Output(OutputStream out) {
        this.out = out;
    }

    public void write(char ascii) throws IOException {
        if (used == SIZE) {
            flush();
        }
        buffer[used++] = (byte) ascii;
    }

    public void write(String text) throws IOException {
        int length = text.length();
        if (length > SIZE - used) {
            flush();
        }
        if (length > SIZE || !copyAscii(text, length)) {
            bytes(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Hands on what is in the buffer; the stream itself is not flushed. */
    public void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }

    private boolean copyAscii(String text, int length) {
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c > '\u007F') {
                return false;
            }
            buffer[used + i] = (byte) c;
        }
        used += length;
        return true;
    }

    private void bytes(byte[] bytes) throws IOException {
        if (bytes.length > SIZE - used) {
            flush();
        }
        if (bytes.length > SIZE) {
            out.write(bytes);
        } else {
            System.arraycopy(bytes, 0, buffer, used, bytes.length);
            used += bytes.length;
        }
    }
}
