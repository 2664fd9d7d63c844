package dev.catavento.simulator.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Lets the first bytes through, counts and drops the others. */
final class LimitedOutput extends OutputStream {

    private final OutputStream out;
    private final long limit;
    private long written;

    LimitedOutput(OutputStream out, long limit) {
        this.out = out;
        this.limit = limit;
    }

    static long lengthOf(StreamedBody body) {
        LimitedOutput counter = new LimitedOutput(OutputStream.nullOutputStream(), 0);
        try {
            body.writeTo(counter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return counter.written;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        long left = limit - written;
        if (left > 0) {
            out.write(bytes, offset, (int) Math.min(left, length));
        }
        written += length;
    }
}
