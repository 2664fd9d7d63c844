package dev.catavento.source.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks a source over HTTP/1.1 and gives back the whole answer: within a bounded time, of a bounded size; or gives the
 * answer on as it comes, of whatever size. Follows no redirect (a token would go with it). Safe for any number of threads: only so many requests are under way at once, and
 * a {@code Retry-After} holds all of them back, or fails them where it lies past the deadline.
 */
public final class SourceHttp implements Answers, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final int LONGEST_BODY = 64 << 20;

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final HttpDefaults defaults;
    private final Access access;
    private final HttpClient client;
    private final Pace pace;
    private final Semaphore underWay;
    private final AtomicInteger requests = new AtomicInteger();

    /**
     * @param tls false when no URL to be asked is https
     * @param deadlineNanos {@link System#nanoTime()} after which nothing is repeated: no pause is waited for beyond it
     */
    public SourceHttp(HttpDefaults defaults, boolean tls, long deadlineNanos) {
        this(defaults, tls, deadlineNanos, Access.FREE);
    }

    /** The same for a source that wants to know who asks, or to be asked slowly. */
    public SourceHttp(HttpDefaults defaults, boolean tls, long deadlineNanos, Access access) {
        this.defaults = defaults;
        this.access = access;
        var rate = access.requestsPerSecond();
        this.pace = new Pace(
                deadlineNanos,
                rate.isEmpty() ? Duration.ZERO : Duration.ofNanos((long) (SECOND.toNanos() / rate.getAsDouble())));
        this.underWay = new Semaphore(defaults.atOnce());
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(defaults.timeout().compareTo(CONNECT) < 0 ? defaults.timeout() : CONNECT)
                .sslContext(tls ? TrustedAuthorities.context(defaults.caFile()) : TrustedAuthorities.unused());
        defaults.proxy().ifPresent(proxy -> builder.proxy(ProxySelector.of(proxy)));
        this.client = builder.build();
    }

    /** @throws SourceFailure when no whole answer came; any status is an answer */
    public Answer get(URI url) throws InterruptedException {
        return ask(request(url).GET().build());
    }

    /** Sends a form, for what must not stand in a URL. */
    public Answer post(URI url, String form) throws InterruptedException {
        return ask(request(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** {@inheritDoc} Counts as under way until the reader is done. */
    @Override
    public <T> T stream(URI url, String accept, StreamedAnswer.Reader<T> reader) throws InterruptedException {
        var host = url.getAuthority();
        underWay.acquire();
        try {
            pace.await();
            requests.incrementAndGet();
            var request = request(url).setHeader("Accept", accept).GET().build();
            var response = await(client.sendAsync(request, head -> new BodyStream(host, defaults.timeout())), host);
            try (var body = response.body()) {
                return reader.read(streamed(response, body));
            }
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            throw new UncheckedIOException(e);
        } finally {
            underWay.release();
        }
    }

    private StreamedAnswer streamed(HttpResponse<?> response, InputStream body) throws IOException {
        var after = retryAfter(response);
        var coding = response.headers().firstValue("Content-Encoding").orElse("");
        return new StreamedAnswer(response.statusCode(), after, ContentCoding.decode(body, coding));
    }

    /** Requests made so far. */
    public int requests() {
        return requests.get();
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest.Builder request(URI url) {
        var request = HttpRequest.newBuilder(url)
                .header("User-Agent", defaults.userAgent())
                .header("Accept", "application/json")
                .header("Accept-Encoding", ContentCoding.ACCEPTED);
        access.bearer().ifPresent(token -> request.header("Authorization", "Bearer " + token));
        return request;
    }

    private Answer ask(HttpRequest request) throws InterruptedException {
        var response = send(request);
        var after = retryAfter(response);
        var coding = response.headers().firstValue("Content-Encoding").orElse("");
        return new Answer(response.statusCode(), after, ContentCoding.decode(response.body(), coding, LONGEST_BODY));
    }

    private Duration retryAfter(HttpResponse<?> response) {
        var after =
                RetryAfter.parse(response.headers().firstValue("Retry-After").orElse(null), Instant.now());
        pace.hold(after, response.statusCode());
        return after;
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws InterruptedException {
        underWay.acquire();
        try {
            pace.await();
            requests.incrementAndGet();
            return await(
                    client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_BODY)),
                    request.uri().getAuthority());
        } finally {
            underWay.release();
        }
    }

    /** The client's own timeout ends with the head of an answer; a body may then drip for ever. */
    private <B> HttpResponse<B> await(CompletableFuture<HttpResponse<B>> answer, String host)
            throws InterruptedException {
        try {
            return answer.get(defaults.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new SourceFailure.Overburdened("no whole answer of " + host + " within "
                    + defaults.timeout().toSeconds() + " s");
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException broken) {
                throw ConnectionFailures.classify(broken, host);
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
