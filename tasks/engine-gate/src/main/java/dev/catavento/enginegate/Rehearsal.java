package dev.catavento.enginegate;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The training run for the AOT cache: a gate on a free port, without an engine, answers a few requests and ends. */
final class Rehearsal {
    private static final String CREATE = """
            {"Image": "catavento/rehearsal:1", "Cmd": ["--help"], "Env": ["LANG=C.UTF-8"], "ExposedPorts": {},
             "Labels": {"dev.catavento.task": "rehearsal"}, "HostConfig": {"NetworkMode": "none", "Mounts": []}}
            """;

    private Rehearsal() {}

    static int run() throws IOException {
        var settings = new GateSettings(
                InetAddress.getLoopbackAddress().getHostAddress(),
                0,
                Path.of("/nowhere/docker.sock"),
                Optional.empty(),
                Set.of("catavento/rehearsal:1"),
                Set.of(),
                "rehearsal");
        try (var server = GateServer.open(settings)) {
            Thread.ofVirtual().start(server::serve);
            for (var request : List.of(
                    "GET /v1.41/_ping HTTP/1.1\r\nHost: gate\r\n\r\n",
                    "POST /v1.41/build HTTP/1.1\r\nHost: gate\r\nContent-Length: 0\r\n\r\n",
                    "GET /v1.41/containers/json?all=1 HTTP/1.1\r\nHost: gate\r\n\r\n",
                    "POST /v1.41/containers/create HTTP/1.1\r\nHost: gate\r\nContent-Type: application/json\r\n"
                            + "Content-Length: " + CREATE.length() + "\r\n\r\n" + CREATE)) {
                ask(server.port(), request);
            }
            HealthCheck.problem(settings);
        }
        return 0;
    }

    private static void ask(int port, String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }
}
