package dev.catavento.source.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A body as it comes, a few buffers ahead of its reader. A body that drips is broken off: each time as long as a whole
 * short answer may take must bring some kilobytes, the reader's own time not counted.
 */
final class BodyStream extends InputStream implements BodySubscriber<InputStream> {
    private static final int AHEAD = 4;
    private static final int LEAST = 16 << 10;

    /** What comes: buffers, then an empty list for the end, or a failure. */
    private sealed interface Part {
        record Buffers(List<ByteBuffer> list) implements Part {}

        record End() implements Part {}

        record Broken(Throwable cause) implements Part {}
    }

    private final String host;
    private final Duration timeout;
    private final BlockingQueue<Part> parts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private List<ByteBuffer> left = List.of();
    private boolean ended;
    private long waitedNanos;
    private int came;

    BodyStream(String host, Duration timeout) {
        this.host = host;
        this.timeout = timeout;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.complete(given);
        given.request(AHEAD);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        parts.add(new Part.Buffers(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        parts.add(new Part.Broken(cause));
    }

    @Override
    public void onComplete() {
        parts.add(new Part.End());
    }

    @Override
    public int read() throws IOException {
        return fill() ? buffer.get() & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int n = Math.min(length, buffer.remaining());
        buffer.get(into, from, n);
        return n;
    }

    /** Breaks off what is still to come. */
    @Override
    public void close() {
        ended = true;
        left = List.of();
        buffer = ByteBuffer.allocate(0);
        subscription.thenAccept(Flow.Subscription::cancel);
    }

    private boolean fill() throws IOException {
        while (!buffer.hasRemaining()) {
            if (!left.isEmpty()) {
                buffer = left.getFirst();
                left = left.subList(1, left.size());
            } else if (ended || !more()) {
                return false;
            }
        }
        return true;
    }

    private boolean more() throws IOException {
        switch (next()) {
            case Part.Buffers(var list) -> {
                left = list;
                subscription.join().request(1);
                came += list.stream().mapToInt(ByteBuffer::remaining).sum();
                if (came >= LEAST) {
                    came = 0;
                    waitedNanos = 0;
                }
                return true;
            }
            case Part.End() -> {
                ended = true;
                return false;
            }
            case Part.Broken(IOException cause) -> throw ConnectionFailures.classify(cause, host);
            case Part.Broken(var cause) -> throw new IllegalStateException(cause);
        }
    }

    private Part next() throws IOException {
        long start = System.nanoTime();
        try {
            var part = parts.poll(timeout.toNanos() - waitedNanos, TimeUnit.NANOSECONDS);
            waitedNanos += System.nanoTime() - start;
            if (part == null) {
                close();
                throw new SourceFailure.Overburdened("the answer of " + host + " comes to a halt: less than "
                        + (LEAST >> 10) + " kB within " + timeout.toSeconds() + " s");
            }
            return part;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
