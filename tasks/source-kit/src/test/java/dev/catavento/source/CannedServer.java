package dev.catavento.source;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A loopback server that answers as a test says, and remembers what it was asked. */
public final class CannedServer implements AutoCloseable {
    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** How one request is answered. */
    @FunctionalInterface
    public interface Handler {
        void answer(HttpExchange exchange, String query) throws IOException;
    }

    public CannedServer(Handler handler) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.createContext("/", exchange -> {
            try (exchange) {
                var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var query =
                        form.isEmpty() ? String.valueOf(exchange.getRequestURI().getQuery()) : form;
                asked.add(query);
                handler.answer(exchange, query);
            }
        });
        server.start();
    }

    /** One that gives the same body to everything. */
    public static CannedServer always(int status, String body) {
        return new CannedServer((exchange, query) -> send(exchange, status, body));
    }

    public static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    public URI url() {
        return URI.create(base() + "/layer/0");
    }

    /** The address without a path. */
    public String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The query of each request so far, in the order of arrival. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
