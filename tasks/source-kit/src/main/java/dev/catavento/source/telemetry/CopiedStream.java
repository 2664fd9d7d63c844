package dev.catavento.source.telemetry;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** What is read is written as well. */
final class CopiedStream extends FilterInputStream {
    private final OutputStream copy;

    CopiedStream(InputStream in, OutputStream copy) {
        super(in);
        this.copy = copy;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        if (one >= 0) {
            copy.write(one);
        }
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int n = in.read(into, from, length);
        if (n > 0) {
            copy.write(into, from, n);
        }
        return n;
    }
}
