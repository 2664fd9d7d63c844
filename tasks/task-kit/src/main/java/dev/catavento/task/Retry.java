package dev.catavento.task;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Repeats what is worth repeating: exponential backoff with full jitter, at most so many attempts, and never past a
 * deadline shared by all calls of one run.
 *
 * @param attempts attempts in all, the first included
 * @param firstPause the longest first pause; each further one may be twice as long
 * @param longestPause a pause never exceeds it, unless the server asked for more
 * @param deadlineNanos {@link System#nanoTime()} after which nothing is repeated
 */
public record Retry(int attempts, Duration firstPause, Duration longestPause, long deadlineNanos) {
    private static final Logger LOG = Logger.getLogger(Retry.class);

    public static Retry within(int attempts, Duration firstPause, Duration longestPause, Duration total) {
        return new Retry(attempts, firstPause, longestPause, System.nanoTime() + total.toNanos());
    }

    /** One thing to try. */
    @FunctionalInterface
    public interface Attempt<T> {
        T run() throws InterruptedException;
    }

    /**
     * Runs the attempt until it succeeds.
     *
     * @param what for the log: {@code page 3 of 24}
     * @param pause what a failure asks for: a pause (zero = backoff as configured), or null when a repetition is useless
     */
    public <T> T call(String what, Attempt<T> attempt, Function<RuntimeException, Duration> pause)
            throws InterruptedException {
        for (int n = 1; ; n++) {
            try {
                return attempt.run();
            } catch (RuntimeException failure) {
                var asked = pause.apply(failure);
                if (asked == null || n >= attempts) {
                    throw failure;
                }
                var wait = asked.isZero() ? backoff(n) : asked;
                if (System.nanoTime() + wait.toNanos() > deadlineNanos) {
                    throw failure;
                }
                LOG.warnf(
                        "%s: attempt %d of %d failed (%s); again in %.1f s",
                        what, n, attempts, OneLine.of(failure.getMessage()), wait.toMillis() / 1000.0);
                Thread.sleep(wait);
            }
        }
    }

    private Duration backoff(int n) {
        long bound = Math.min(longestPause.toMillis(), firstPause.toMillis() << Math.min(n - 1, 20));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(bound / 2, bound + 1));
    }
}
