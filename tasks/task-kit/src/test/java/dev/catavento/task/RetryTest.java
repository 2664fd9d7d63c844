package dev.catavento.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final Duration SHORT = Duration.ofMillis(2);
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void itRepeatsUntilItSucceeds() throws InterruptedException {
        var retry = Retry.within(5, SHORT, SHORT, Duration.ofSeconds(5));
        assertThat(retry.call("it", () -> failUntil(3), failure -> Duration.ZERO))
                .isEqualTo(3);
    }

    @Test
    void afterTheLastAttemptTheFailureIsThrown() {
        var retry = Retry.within(3, SHORT, SHORT, Duration.ofSeconds(5));
        assertThatThrownBy(() -> retry.call("it", () -> failUntil(9), failure -> Duration.ZERO))
                .hasMessage("failure 3");
    }

    @Test
    void whatIsUselessToRepeatIsNotRepeated() {
        var retry = Retry.within(3, SHORT, SHORT, Duration.ofSeconds(5));
        assertThatThrownBy(() -> retry.call("it", () -> failUntil(9), failure -> null))
                .hasMessage("failure 1");
    }

    @Test
    void aPauseThatWouldPassTheDeadlineIsNotWaitedFor() {
        var retry = Retry.within(3, SHORT, SHORT, Duration.ofSeconds(1));
        long before = System.nanoTime();
        assertThatThrownBy(() -> retry.call("it", () -> failUntil(9), failure -> Duration.ofMinutes(5)))
                .hasMessage("failure 1");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(60));
    }

    private int failUntil(int call) {
        int n = calls.incrementAndGet();
        if (n < call) {
            throw new IllegalStateException("failure " + n);
        }
        return n;
    }
}
