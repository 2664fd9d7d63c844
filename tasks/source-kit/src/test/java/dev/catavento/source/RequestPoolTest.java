package dev.catavento.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What fails ends all, and what has ended does nothing more. */
@Timeout(30)
class RequestPoolTest {
    @Test
    void theFirstFailureComesOutWhateverIsWaitedFor() {
        try (var pool = new RequestPool(2)) {
            var slow = pool.start(() -> {
                Thread.sleep(Duration.ofHours(1));
                return 1;
            });
            pool.start(() -> {
                throw new IllegalArgumentException("this one");
            });
            assertThatThrownBy(() -> pool.await(slow))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("this one");
        }
    }

    @Test
    void aFailureBreaksOffAllQuestions() {
        try (var pool = new RequestPool(2)) {
            List<RequestPool.Question> questions = List.of(() -> Thread.sleep(Duration.ofHours(1)), () -> {
                throw new IllegalArgumentException("this one");
            });
            assertThatThrownBy(() -> pool.all(questions))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("this one");
        }
    }

    @Test
    void answersComeOut() throws InterruptedException {
        try (var pool = new RequestPool(1)) {
            var one = pool.start(() -> 1);
            var two = pool.start(() -> 2);
            assertThat(pool.await(two) + pool.await(one)).isEqualTo(3);
        }
    }

    /** Parsing does not listen to an interrupt; what it landed after its reading was given up broke the next one. */
    @Test
    void nothingIsDoneAnyMoreOnceItIsClosed() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var ended = new AtomicBoolean();
        try (var pool = new RequestPool(1)) {
            pool.start(() -> {
                begun.countDown();
                long until = System.nanoTime() + Duration.ofMillis(500).toNanos();
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
                ended.set(true);
                return null;
            });
            begun.await();
        }
        assertThat(ended).isTrue();
    }
}
