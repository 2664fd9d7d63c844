package dev.catavento.task;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.logging.Logger;
import sun.misc.Signal;

/**
 * What SIGTERM and SIGINT do: what is under way is broken off, the run is reported as stopped, and the process ends
 * with 75 within five seconds, whether the work listens or not.
 */
public final class Stop {
    private static final Logger LOG = Logger.getLogger(Stop.class);
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Deque<Runnable> BREAK_OFF = new ArrayDeque<>();
    private static volatile boolean requested;

    private Stop() {}

    /** Something to break off when the task must stop, such as a running statement; the last added goes first. */
    public static void onRequest(Runnable breakOff) {
        synchronized (BREAK_OFF) {
            BREAK_OFF.push(breakOff);
        }
    }

    public static boolean requested() {
        return requested;
    }

    /** The failure a stopped task is reported with. */
    public static TaskException asFailure() {
        return new TaskException(
                ErrorKind.STOPPED,
                "stopped by a signal before the work was done",
                "nothing half was kept; run it again");
    }

    static void listen(Thread worker, Runnable lastResort) {
        for (var name : new String[] {"TERM", "INT"}) {
            Signal.handle(new Signal(name), signal -> {
                if (requested) {
                    return;
                }
                requested = true;
                LOG.warnf("SIG%s: stopping", name);
                var watchdog = new Thread(() -> end(worker, lastResort), "stop");
                watchdog.setDaemon(true);
                watchdog.start();
            });
        }
    }

    private static void end(Thread worker, Runnable lastResort) {
        // first, so that the worker is past it when a connection breaks and its end is written down on a new one
        worker.interrupt();
        synchronized (BREAK_OFF) {
            BREAK_OFF.forEach(Stop::quietly);
        }
        try {
            worker.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        lastResort.run();
    }

    private static void quietly(Runnable breakOff) {
        try {
            breakOff.run();
        } catch (RuntimeException e) {
            LOG.debugf(e, "while stopping");
        }
    }
}
