package dev.catavento.task;

import java.time.Duration;
import org.jboss.logging.Logger;

/** Tells how far a long step is, at most every five seconds: count, total, rate. Safe for several threads. */
public final class Progress {
    private static final Logger LOG = Logger.getLogger(Progress.class);
    private static final long QUIET_NANOS = Duration.ofSeconds(5).toNanos();

    private final String what;
    private final String unit;
    private final long total;
    private final long startNanos = System.nanoTime();
    private long saidNanos = startNanos;
    private long count;

    /** Starts now; the unit is a plural such as {@code rows}. */
    public Progress(String what, String unit, long total) {
        this.what = what;
        this.unit = unit;
        this.total = total;
    }

    public synchronized void add(long more) {
        count += more;
        long now = System.nanoTime();
        if (now - saidNanos >= QUIET_NANOS) {
            saidNanos = now;
            LOG.infof(
                    "%s: %,d of %,d %s, %,d a second",
                    what, count, total, unit, Math.round(count / ((now - startNanos) / 1e9)));
        }
    }
}
