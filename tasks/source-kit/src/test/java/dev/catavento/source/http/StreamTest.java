package dev.catavento.source.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.source.CannedServer;
import dev.catavento.source.Connections;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Answers of any size, worked on while they come. */
class StreamTest {
    private static final int MEGABYTES = 300;

    @Test
    void aBodyLargerThanAnyMemoryIsReadAsItComes() throws Exception {
        var chunk = new byte[1 << 20];
        try (var server = new CannedServer((exchange, query) -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < MEGABYTES; i++) {
                        exchange.getResponseBody().write(chunk);
                    }
                });
                var http = Connections.patient()) {
            var most = new long[1];
            long read = http.stream(server.url(), "*/*", answer -> {
                var buffer = new byte[1 << 16];
                long all = 0;
                for (int n = answer.body().read(buffer);
                        n >= 0;
                        n = answer.body().read(buffer)) {
                    all += n;
                }
                System.gc();
                most[0] = Runtime.getRuntime().totalMemory()
                        - Runtime.getRuntime().freeMemory();
                return all;
            });
            assertThat(read).isEqualTo((long) MEGABYTES << 20);
            assertThat(most[0]).isLessThan((long) MEGABYTES << 20);
        }
    }

    @Test
    void theServerIsNotAheadOfASlowReader() throws Exception {
        var written = new long[1];
        try (var server = new CannedServer((exchange, query) -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < MEGABYTES; i++) {
                        exchange.getResponseBody().write(new byte[1 << 20]);
                        written[0] += 1 << 20;
                    }
                });
                var http = Connections.patient()) {
            http.stream(server.url(), "*/*", answer -> {
                answer.body().read();
                pause(1500);
                return null;
            });
            assertThat(written[0]).isLessThan((long) MEGABYTES << 19);
        }
    }

    @Test
    void aReaderThatTakesItsTimeIsNotTheSourcesFault() throws Exception {
        try (var server = CannedServer.always(200, "x".repeat(100_000));
                var http = Connections.http()) {
            long read = http.stream(server.url(), "*/*", answer -> {
                long all = 0;
                for (var part = answer.body().readNBytes(40_000);
                        part.length > 0;
                        part = answer.body().readNBytes(40_000)) {
                    all += part.length;
                    pause(600);
                }
                return all;
            });
            assertThat(read).isEqualTo(100_000);
        }
    }

    @Test
    void aBodyThatDripsIsBrokenOff() {
        try (var server = new CannedServer((exchange, query) -> {
                    exchange.sendResponseHeaders(200, 0);
                    for (int i = 0; i < 100; i++) {
                        exchange.getResponseBody().write(' ');
                        exchange.getResponseBody().flush();
                        pause(100);
                    }
                });
                var http = Connections.http()) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> all(http, server))
                    .isInstanceOf(SourceFailure.Overburdened.class)
                    .hasMessageContaining("less than 16 kB within 1 s");
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
                var http = Connections.patient()) {
            assertThatThrownBy(() -> all(http, server))
                    .isInstanceOf(SourceFailure.Overburdened.class)
                    .hasMessageContaining("cut short");
        }
    }

    @Test
    void aPackedBodyIsUnpackedAndACutOneNoticed() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("[1,2,3]".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(unpacked(packed.toByteArray())).isEqualTo("[1,2,3]");
        assertThatThrownBy(() -> unpacked(Arrays.copyOf(packed.toByteArray(), packed.size() - 9)))
                .isInstanceOf(SourceFailure.Overburdened.class);
        assertThatThrownBy(() -> unpacked("[]".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SourceFailure.Overburdened.class);
    }

    @Test
    void aFaultOfTheReaderIsNotTheSources() throws Exception {
        try (var server = CannedServer.always(200, "[]");
                var http = Connections.patient()) {
            assertThatThrownBy(() -> http.stream(server.url(), "*/*", answer -> {
                        throw new IOException("No space left on device");
                    }))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("No space left");
            assertThat(all(http, server)).isEqualTo("[]");
        }
    }

    @Test
    void aStopBreaksOffABodyThatDoesNotCome() throws Exception {
        var begun = new CountDownLatch(1);
        var end = new AtomicReference<Throwable>();
        var defaults = new HttpDefaults("Test/1", Optional.empty(), Optional.empty(), 4, Duration.ofSeconds(30));
        try (var server = new CannedServer((exchange, query) -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().flush();
                    begun.countDown();
                    pause(5000);
                });
                var http = new SourceHttp(defaults, false, System.nanoTime())) {
            var thread = Thread.ofPlatform().start(() -> {
                try {
                    all(http, server);
                } catch (Exception e) {
                    end.set(e);
                }
            });
            assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
            thread.interrupt();
            thread.join(Duration.ofSeconds(3));
            assertThat(end.get()).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void aTokenGoesWithEachRequestAndIsNotShown() throws Exception {
        var access = new Access(Optional.of("s3cret"), OptionalDouble.empty());
        assertThat(access.toString()).doesNotContain("s3cret");
        try (var server = new CannedServer((exchange, query) -> CannedServer.send(
                        exchange, 200, exchange.getRequestHeaders().getFirst("Authorization")));
                var http = new SourceHttp(Connections.defaults(), false, System.nanoTime(), access)) {
            assertThat(all(http, server)).isEqualTo("Bearer s3cret");
        }
    }

    @Test
    void requestsAreSpacedWhereTheSourceWantsIt() throws Exception {
        var access = new Access(Optional.empty(), OptionalDouble.of(20));
        try (var server = CannedServer.always(200, "[]");
                var http = new SourceHttp(Connections.defaults(), false, System.nanoTime(), access)) {
            long start = System.nanoTime();
            for (int i = 0; i < 11; i++) {
                all(http, server);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
        }
    }

    @Test
    void nobodyThereIsUnavailable() {
        try (var http = Connections.patient()) {
            assertThatThrownBy(() -> http.stream(URI.create("http://no-such-host.invalid/"), "*/*", answer -> null))
                    .isInstanceOf(SourceFailure.Unavailable.class);
        }
    }

    private static String unpacked(byte[] body) throws InterruptedException {
        try (var server = new CannedServer((exchange, query) -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                });
                var http = Connections.patient()) {
            return all(http, server);
        }
    }

    private static String all(SourceHttp http, CannedServer server) throws InterruptedException {
        return http.stream(
                server.url(), "*/*", answer -> new String(answer.body().readAllBytes()));
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
