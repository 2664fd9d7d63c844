package dev.catavento.source.http;

import java.time.Duration;

/** Holds all requests back while the source has asked for a pause, not only the one it answered. */
final class Pace {
    private long notBeforeNanos = System.nanoTime();

    synchronized void hold(Duration pause) {
        long until = System.nanoTime() + pause.toNanos();
        if (until - notBeforeNanos > 0) {
            notBeforeNanos = until;
        }
    }

    void await() throws InterruptedException {
        long left;
        synchronized (this) {
            left = notBeforeNanos - System.nanoTime();
        }
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }
}
