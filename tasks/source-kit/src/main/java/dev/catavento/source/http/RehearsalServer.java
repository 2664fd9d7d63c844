package dev.catavento.source.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** The smallest source there is, on a loopback port, for as long as a task's rehearsal takes. */
public final class RehearsalServer implements AutoCloseable {
    private final ServerSocket socket;
    private final UnaryOperator<String> bodies;

    /** @param bodies what it answers to a request's first line: JSON */
    public RehearsalServer(UnaryOperator<String> bodies) throws IOException {
        this.bodies = bodies;
        socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    public String address() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                answer(client);
            } catch (IOException e) {
                // the rehearsal is over
            }
        }
    }

    private void answer(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        var request = String.valueOf(in.readLine());
        for (var header = request; header != null && !header.isEmpty(); ) {
            header = in.readLine();
        }
        var body = bodies.apply(request).getBytes(StandardCharsets.UTF_8);
        var head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().write(body);
    }
}
