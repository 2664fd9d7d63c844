package dev.catavento.watchstore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP endpoint on loopback that keeps what it gets, and answers as it is told. */
final class Webhook implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> posts = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 204;
    private volatile String disliked = "nothing";

    private Webhook(HttpServer server) {
        this.server = server;
    }

    static Webhook start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var hook = new Webhook(server);
            server.createContext("/hook/secret-in-the-path", exchange -> {
                hook.paths.add(exchange.getRequestURI().getPath());
                var body = JSON.readTree(exchange.getRequestBody());
                int status = body.at("/task").asText().equals(hook.disliked) ? 400 : hook.status;
                if (status / 100 == 2) {
                    hook.posts.add(body);
                }
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
            return hook;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void answer(int next) {
        status = next;
    }

    /** Answers 400 to whatever is about this task. */
    void dislike(String task) {
        disliked = task;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook/secret-in-the-path";
    }

    /** Of all that was asked, in order. */
    List<String> paths() {
        return List.copyOf(paths);
    }

    /** What it took with an answer of the 200s. */
    List<JsonNode> posts() {
        return List.copyOf(posts);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
