package dev.catavento.source;

import dev.catavento.task.Stop;
import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Threads that ask a source and work on its answers; the first that fails breaks off the others, and so does a stop. How
 * many requests are under way at once is {@link dev.catavento.source.http.SourceHttp}'s business: there are more threads
 * than that, so that the source need not wait for our work on its last answer.
 */
public final class RequestPool implements AutoCloseable {
    private final ExecutorService threads;

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
    public <T> Future<T> start(Callable<T> request) {
        return threads.submit(request);
    }

    /** Waits for one request; its failure comes out as it was. */
    public static <T> T await(Future<T> request) throws InterruptedException {
        try {
            return request.get();
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    /** Asks all of them; the first failure comes out as it was, and the pool is then of no more use. */
    public void all(Collection<? extends Question> questions) throws InterruptedException {
        var done = new ExecutorCompletionService<Void>(threads);
        for (var question : questions) {
            done.submit(() -> {
                question.ask();
                return null;
            });
        }
        try {
            for (int n = 0; n < questions.size(); n++) {
                await(done.take());
            }
        } catch (RuntimeException failure) {
            threads.shutdownNow();
            throw failure;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
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
