package dev.catavento.enginegate.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.enginegate.RefusedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes on a real connection, as they come, whole or in pieces. */
class RequestReaderTest {
    private static final String POST = "POST /x HTTP/1.1\r\nHost: gate\r\n";

    @Test
    void aBodyComesByLengthOrInChunks() throws IOException {
        assertThat(text(read(POST + "Content-Length: 5\r\n\r\nhello"))).isEqualTo("hello");
        assertThat(text(read(POST + "Transfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n")))
                .isEqualTo("hello");
        assertThat(text(read(POST + "\r\n"))).isEmpty();
    }

    @Test
    void aPeerWithoutAWordIsNoRequest() throws IOException {
        assertThat(read("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | GET /x HTTP/1.0\\r\\nHost: a\\r\\n\\r\\n
            400 | GET  /x HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            400 | get /x HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            400 | GET /x HTTP/1.1\\r\\n\\r\\n
            400 | \\r\\nGET /x HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            400 | GET /x HTTP/1.1\\nHost: a\\n\\n
            400 | GET /x HTTP/1.1\\r\\nHost: a\\r\\nHost: a\\r\\n\\r\\n
            400 | GET /x HTTP/1.1\\r\\nHost: a\\r\\nX : 1\\r\\n\\r\\n
            400 | GET /x HTTP/1.1\\r\\nHost: a\\r\\nX: 1\\r\\n folded\\r\\n\\r\\n
            400 | GET /x HTTP/1.1\\r\\nHost: a\\r\\nX: 1\\rY: 2\\r\\n\\r\\n
            400 | GET /x HTTP/1.1\\r\\nHost: \\0\\r\\n\\r\\n
            400 | GET /x HTTP/1.1\\r\\nHost: a\\r\\n\\r\\nGET /y HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n
            400 | POST /x HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1\\r\\nContent-Length: 1\\r\\n\\r\\na
            400 | POST /x HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: +1\\r\\n\\r\\na
            400 | POST /x HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1, 1\\r\\n\\r\\na
            400 | POST /x HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1\\r\\na\\r\\n0\\r\\n\\r\\n
            400 | POST /x HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: gzip, chunked\\r\\n\\r\\n0\\r\\n\\r\\n
            400 | POST /x HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1;x=y\\r\\na\\r\\n0\\r\\n\\r\\n
            400 | POST /x HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n1\\r\\nab\\r\\n0\\r\\n\\r\\n
            400 | POST /x HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\nX: trailer\\r\\n\\r\\n
            400 | POST /x HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n-1\\r\\n
            400 | POST /x HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 5\\r\\n\\r\\ncut
            413 | POST /x HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 65537\\r\\n\\r\\n
            413 | POST /x HTTP/1.1\\r\\nHost: a\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\nfffffff\\r\\n
            417 | POST /x HTTP/1.1\\r\\nHost: a\\r\\nExpect: 100-continue\\r\\nContent-Length: 1\\r\\n\\r\\na
            403 | GET /x HTTP/1.1\\r\\nHost: a\\r\\nOrigin: http://page\\r\\n\\r\\n
            """)
    void whatIsNotPlainHttpIsRefused(int status, String request) {
        var bytes = request.replace("\\r", "\r").replace("\\n", "\n").replace("\\0", "\0");
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.status()).isEqualTo(status));
    }

    @Test
    void aHeadIsLimited() {
        assertThatThrownBy(() -> read(POST + "X: " + "a".repeat(17_000) + "\r\n\r\n"))
                .hasMessageContaining("a head of more than 16384 bytes");
        assertThatThrownBy(() -> read(POST + "X: a\r\n".repeat(70) + "\r\n")).hasMessageContaining("header fields");
    }

    @Test
    void aPeerThatNeverEndsIsNotWaitedFor() throws IOException {
        try (var pair = new Pair()) {
            pair.say((POST + "Content-Length: 5\r\n\r\nhel").getBytes(StandardCharsets.ISO_8859_1));
            assertThatThrownBy(() -> new RequestReader(Duration.ofMillis(300)).read(pair.server))
                    .isInstanceOfSatisfying(
                            RefusedException.class,
                            refused -> assertThat(refused.status()).isEqualTo(408));
        }
    }

    @Property(tries = 300)
    void anyBytesAreReadOrRefused(@ForAll @Size(max = 200) byte[] bytes) throws IOException {
        try (var pair = new Pair()) {
            pair.say("GET /".getBytes(StandardCharsets.US_ASCII));
            pair.say(bytes);
            pair.client.shutdownOutput();
            assertThatThrownBy(() -> new RequestReader(Duration.ofSeconds(5)).read(pair.server))
                    .isInstanceOf(RefusedException.class);
        }
    }

    private static Optional<Request> read(String bytes) throws IOException {
        try (var pair = new Pair()) {
            pair.say(bytes.getBytes(StandardCharsets.ISO_8859_1));
            pair.client.shutdownOutput();
            return new RequestReader(Duration.ofSeconds(5)).read(pair.server);
        }
    }

    private static String text(Optional<Request> request) {
        return new String(request.orElseThrow().body(), StandardCharsets.UTF_8);
    }

    /** Both ends of a connection. */
    private static final class Pair implements AutoCloseable {
        final SocketChannel client;
        final SocketChannel server;

        Pair() throws IOException {
            try (var listener =
                    ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
                client = SocketChannel.open(listener.getLocalAddress());
                server = listener.accept();
            }
        }

        void say(byte[] bytes) throws IOException {
            for (var buffer = ByteBuffer.wrap(bytes); buffer.hasRemaining(); ) {
                client.write(buffer);
            }
        }

        @Override
        public void close() throws IOException {
            client.close();
            server.close();
        }
    }
}
