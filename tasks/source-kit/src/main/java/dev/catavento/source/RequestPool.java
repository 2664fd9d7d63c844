package dev.catavento.source;

import dev.catavento.task.Stop;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Threads that ask a source and work on its answers; the first that fails breaks off the others, and so does a stop. How
 * many requests are under way at once is {@link dev.catavento.source.http.SourceHttp}'s business: there are more threads
 * than that, so that the source need not wait for our work on its last answer.
 */
public final class RequestPool implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RequestPool.class);
    private static final Duration TO_END = Duration.ofSeconds(10);

    private final ExecutorService threads;
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    public RequestPool(int threads) {
        var names = Thread.ofPlatform().daemon().name("request-", 1).factory();
        this.threads = Executors.newFixedThreadPool(threads, names);
        Stop.onRequest(this.threads::shutdownNow);
    }

    /** Something that asks a source. */
    @FunctionalInterface
    public interface Question {
        void ask() throws InterruptedException;
    }

    /** Starts one request. */
    public <T> CompletableFuture<T> start(Callable<T> request) {
        var answer = new CompletableFuture<T>();
        threads.execute(() -> {
            try {
                answer.complete(request.call());
            } catch (Throwable e) {
                failure.completeExceptionally(e);
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /**
     * Waits for one request, or for the first that fails, whichever it is: its failure comes out as it was, and the pool
     * is then of no more use.
     */
    public <T> T await(CompletableFuture<T> request) throws InterruptedException {
        try {
            CompletableFuture.anyOf(failure, request).get();
            return request.get();
        } catch (ExecutionException e) {
            threads.shutdownNow();
            throw unwrapped(e);
        }
    }

    /** Asks all of them; the first failure comes out as it was, and the pool is then of no more use. */
    public void all(Collection<? extends Question> questions) throws InterruptedException {
        var asked = questions.stream()
                .map(question -> start(() -> {
                    question.ask();
                    return null;
                }))
                .toList();
        for (var answer : asked) {
            await(answer);
        }
    }

    /** Breaks off what is under way and waits until it has ended, so that nothing is done any more afterwards. */
    @Override
    public void close() {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(TO_END.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warnf("requests that were broken off have not ended within %d s", TO_END.toSeconds());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) throws InterruptedException {
        return switch (e.getCause()) {
            case RuntimeException failure -> failure;
            case InterruptedException stopped -> throw stopped;
            case Error error -> throw error;
            default -> new IllegalStateException(e.getCause());
        };
    }
}
