package dev.catavento.extractsigel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The smallest layer there is, on a loopback port, for as long as a rehearsal takes. */
final class RehearsalServer implements AutoCloseable {
    private static final String DESCRIPTION =
            "{\"geometryType\":\"esriGeometryPoint\",\"fields\":[{\"name\":\"OBJECTID\",\"type\":\"esriFieldTypeOID\"}]}";
    private static final String PAGE = "{\"spatialReference\":{\"wkid\":4674},\"features\":["
            + "{\"attributes\":{\"OBJECTID\":1,\"POT_MW\":2.1,\"UF\":null},\"geometry\":{\"x\":-42.6,\"y\":-14.4}},"
            + "{\"attributes\":{\"OBJECTID\":2,\"POT_MW\":2,\"UF\":\"BA\"},\"geometry\":{\"x\":-42.6,\"y\":-14.5}}]}";

    private final ServerSocket socket;

    RehearsalServer() throws IOException {
        socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
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

    private static void answer(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        var request = String.valueOf(in.readLine());
        for (var header = request; header != null && !header.isEmpty(); ) {
            header = in.readLine();
        }
        var body = body(request).getBytes(StandardCharsets.UTF_8);
        var head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + body.length + "\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().write(body);
    }

    private static String body(String request) {
        if (!request.contains("/query")) {
            return DESCRIPTION;
        }
        if (request.contains("returnCountOnly")) {
            return "{\"count\":2}";
        }
        return request.contains("returnIdsOnly") ? "{\"objectIds\":[1,2]}" : PAGE;
    }
}
