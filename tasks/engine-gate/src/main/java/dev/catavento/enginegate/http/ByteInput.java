package dev.catavento.enginegate.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** Bytes of a connection, one by one; a blocking read parks the virtual thread only. */
public final class ByteInput {
    private final ReadableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(8192).limit(0);

    public ByteInput(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /** The next byte, 0 to 255, or -1 at the end. */
    int next() throws IOException {
        if (!buffer.hasRemaining() && !fill()) {
            return -1;
        }
        return buffer.get() & 0xff;
    }

    /** True when more has arrived already than was asked for. */
    boolean hasMore() {
        return buffer.hasRemaining();
    }

    /** Copies what is left, until the end. */
    public void copyTo(WritableByteChannel out) throws IOException {
        do {
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
        } while (fill());
    }

    private boolean fill() throws IOException {
        buffer.clear();
        int read = channel.read(buffer);
        buffer.flip();
        return read > 0;
    }
}
