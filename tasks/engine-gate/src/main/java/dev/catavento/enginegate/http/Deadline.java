package dev.catavento.enginegate.http;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Ends the input of a connection when its time is over: a read then sees the end, and an answer can still be sent. */
public final class Deadline implements AutoCloseable {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("deadline").factory());

    private final Future<?> end;
    private volatile boolean over;

    private Deadline(SocketChannel channel, Duration time) {
        this.end = CLOCK.schedule(() -> endInput(channel), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    public static Deadline of(SocketChannel channel, Duration time) {
        return new Deadline(channel, time);
    }

    /** True when the input ended because of this deadline. */
    public boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        end.cancel(false);
    }

    private void endInput(SocketChannel channel) {
        over = true;
        try {
            channel.shutdownInput();
        } catch (IOException gone) {
            // there is nothing left to end
        }
    }
}
