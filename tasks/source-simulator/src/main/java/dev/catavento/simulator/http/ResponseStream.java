package dev.catavento.simulator.http;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;

/** A response's body as a stream: waits while the reader is slow. The head goes out with the first full buffer. */
final class ResponseStream extends OutputStream {

    private static final int BUFFER_BYTES = 32_768;

    private final HttpServerResponse response;
    private final boolean ends;
    private Buffer buffer = Buffer.buffer(BUFFER_BYTES);
    private boolean begun;

    ResponseStream(HttpServerResponse response, Reply.Streamed reply) {
        this(response, true);
        response.setStatusCode(reply.status()).putHeader("Content-Type", reply.contentType());
    }

    private ResponseStream(HttpServerResponse response, boolean ends) {
        this.response = response;
        this.ends = ends;
    }

    /** One whose closing does not end the response. */
    static ResponseStream unfinished(HttpServerResponse response) {
        ResponseStream stream = new ResponseStream(response, false);
        stream.begun = true;
        return stream;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        buffer.appendBytes(bytes, offset, length);
        if (buffer.length() >= BUFFER_BYTES) {
            send();
        }
    }

    private void send() throws IOException {
        if (response.closed()) {
            throw new IOException("the client went away");
        }
        if (!begun) {
            response.setChunked(true);
            begun = true;
        }
        Future<Void> written = response.write(buffer);
        buffer = Buffer.buffer(BUFFER_BYTES);
        if (response.writeQueueFull()) {
            await(written);
        }
    }

    private static void await(Future<Void> written) throws IOException {
        Semaphore done = new Semaphore(0);
        written.onComplete(result -> done.release());
        try {
            done.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while sending", e);
        }
    }

    /** Says that no answer can be given, or cuts the one that has begun. */
    void fail(RuntimeException cause) {
        if (begun) {
            response.reset();
        } else {
            response.setStatusCode(500).end("Internal Server Error");
        }
    }

    @Override
    public void close() throws IOException {
        if (!ends) {
            await(response.write(buffer));
        } else if (!response.closed()) {
            response.end(buffer);
        }
    }
}
