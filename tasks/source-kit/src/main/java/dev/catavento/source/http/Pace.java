package dev.catavento.source.http;

import java.time.Duration;

/**
 * Holds all requests back while the source has asked for a pause, not only the one it answered, and spaces them where
 * it takes only so many a second. A pause that outlasts the run's patience is not waited for.
 */
final class Pace {
    private final long deadlineNanos;
    private final long betweenNanos;
    private long nextNanos = System.nanoTime();
    private long notBeforeNanos = System.nanoTime();
    private int status;

    /** @param deadlineNanos {@link System#nanoTime()} after which nobody waits any more */
    Pace(long deadlineNanos) {
        this(deadlineNanos, Duration.ZERO);
    }

    /** @param between the beginnings of two requests lie so far apart at least */
    Pace(long deadlineNanos, Duration between) {
        this.deadlineNanos = deadlineNanos;
        this.betweenNanos = between.toNanos();
    }

    /** @param status of the answer that asks for it */
    synchronized void hold(Duration pause, int status) {
        long until = System.nanoTime() + pause.toNanos();
        if (until - notBeforeNanos > 0) {
            this.notBeforeNanos = until;
            this.status = status;
        }
    }

    /** @throws SourceFailure.Unavailable at once, when the pause ends too late */
    void await() throws InterruptedException {
        Thread.sleep(Duration.ofNanos(turn()));
        for (long left = left(); left > 0; left = left()) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }

    /** Time until it is this request's turn. */
    private synchronized long turn() {
        long now = System.nanoTime();
        long mine = nextNanos - now > 0 ? nextNanos : now;
        nextNanos = mine + betweenNanos;
        return mine - now;
    }

    private synchronized long left() {
        long left = notBeforeNanos - System.nanoTime();
        if (left > 0 && notBeforeNanos - deadlineNanos > 0) {
            var pause = Duration.ofNanos(left);
            throw new SourceFailure.Unavailable(
                    "the source answers " + status + " and asks for a pause of " + (pause.toSeconds() + 1)
                            + " s, longer than the time left for this run",
                    pause,
                    null);
        }
        return left;
    }
}
