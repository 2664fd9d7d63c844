package dev.catavento.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.source.CannedServer;
import dev.catavento.source.Connections;
import dev.catavento.source.RequestPool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Whole answers or none, within bounds. */
class SourceHttpTest {
    @Test
    void saysWhoAsksAndCounts() throws Exception {
        try (var server = new CannedServer((exchange, query) -> CannedServer.send(
                        exchange, 418, exchange.getRequestHeaders().getFirst("User-Agent")));
                var http = Connections.http()) {
            var answer = http.get(server.url());
            assertThat(answer.status()).isEqualTo(418);
            assertThat(new String(answer.body())).isEqualTo("Test/1");
            assertThat(http.requests()).isEqualTo(1);
        }
    }

    @Test
    void aBodyThatNeverEndsIsBrokenOff() {
        try (var server = new CannedServer((exchange, query) -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 100; i++) {
                        exchange.getResponseBody().write(' ');
                        exchange.getResponseBody().flush();
                        pause();
                    }
                });
                var http = Connections.http()) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> http.get(server.url()))
                    .isInstanceOf(SourceFailure.Overburdened.class)
                    .hasMessageContaining("within 1 s");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void aBodyCutShortIsNoAnswer() {
        try (var server = new CannedServer((exchange, query) -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write(new byte[10]);
                    exchange.getResponseBody().flush();
                    throw new IOException("cut");
                });
                var http = Connections.http()) {
            assertThatThrownBy(() -> http.get(server.url()))
                    .isInstanceOf(SourceFailure.Overburdened.class)
                    .hasMessageContaining("cut short");
        }
    }

    @Test
    void aPackedBodyIsUnpackedAndACutOneNoticed() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"count\":23522}".getBytes(StandardCharsets.UTF_8));
        }
        var whole = packed.toByteArray();
        assertThat(new String(packed(whole))).isEqualTo("{\"count\":23522}");
        assertThatThrownBy(() -> packed(Arrays.copyOf(whole, whole.length - 9)))
                .isInstanceOf(SourceFailure.Overburdened.class);
        assertThatThrownBy(() -> packed("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SourceFailure.Overburdened.class);
    }

    private static byte[] packed(byte[] body) throws InterruptedException {
        try (var server = new CannedServer((exchange, query) -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                });
                var http = Connections.http()) {
            return http.get(server.url()).body();
        }
    }

    @Test
    void aPauseTheServerAsksForHoldsEveryRequest() throws Exception {
        try (var server = new CannedServer((exchange, query) -> {
                    exchange.getResponseHeaders().set("Retry-After", "1");
                    CannedServer.send(exchange, 503, "");
                });
                var http = Connections.http()) {
            assertThat(http.get(server.url()).retryAfter()).isEqualTo(Duration.ofSeconds(1));
            long start = System.nanoTime();
            http.get(server.url());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
        }
    }

    @Test
    void aPauseBeyondTheDeadlineIsWaitedForByNobody() throws Exception {
        try (var server = new CannedServer((exchange, query) -> {
                    exchange.getResponseHeaders().set("Retry-After", "86400");
                    CannedServer.send(exchange, 503, "");
                });
                var http = Connections.http(Duration.ofSeconds(5))) {
            assertThat(http.get(server.url()).status()).isEqualTo(503);
            long start = System.nanoTime();
            assertThatThrownBy(() -> http.get(server.url()))
                    .isInstanceOfSatisfying(
                            SourceFailure.Unavailable.class,
                            gone -> assertThat(gone.retryAfter()).isGreaterThan(Duration.ofHours(23)))
                    .hasMessageContaining("503")
                    .hasMessageContaining("86400 s");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            assertThat(server.asked()).hasSize(1);
        }
    }

    @Test
    void noMoreRequestsThanAllowedAreUnderWayAtOnce() throws Exception {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        try (var server = new CannedServer((exchange, query) -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    pause();
                    now.decrementAndGet();
                    CannedServer.send(exchange, 200, "{}");
                });
                var http = Connections.http();
                var pool = new RequestPool(12)) {
            pool.all(Collections.nCopies(12, () -> http.get(server.url())));
            assertThat(http.requests()).isEqualTo(12);
            assertThat(most.get()).isLessThanOrEqualTo(4);
        }
    }

    @Test
    void nobodyThereIsUnavailable() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (var http = Connections.http()) {
            assertThatThrownBy(() -> http.get(URI.create("http://127.0.0.1:" + port + "/")))
                    .isInstanceOf(SourceFailure.Unavailable.class)
                    .hasMessageContaining("refuses connections");
            assertThatThrownBy(() -> http.get(URI.create("http://no-such-host.invalid/")))
                    .isInstanceOf(SourceFailure.Unavailable.class)
                    .hasMessageContaining("not known");
        }
    }

    @Test
    void aProxyIsUsedForEverything() throws Exception {
        try (var proxy = CannedServer.always(200, "through the proxy")) {
            var address =
                    new InetSocketAddress(proxy.url().getHost(), proxy.url().getPort());
            var defaults = new HttpDefaults("Test/1", Optional.of(address), Optional.empty(), 4, Duration.ofSeconds(1));
            try (var http = new SourceHttp(defaults, false, System.nanoTime())) {
                var answer = http.get(URI.create("http://no-such-host.invalid/0?f=json"));
                assertThat(new String(answer.body())).isEqualTo("through the proxy");
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
