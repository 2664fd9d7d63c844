package dev.catavento.enginegate;

import dev.catavento.enginegate.create.HostFolders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The training run for the AOT cache: a gate on a free port and one at a socket file, without an engine, answer a few requests and end. */
final class Rehearsal {
    private static final String CREATE = """
            {"Image": "catavento/rehearsal:1", "Cmd": ["--help"], "Env": ["LANG=C.UTF-8"], "ExposedPorts": {},
             "Labels": {"dev.catavento.task": "rehearsal"}, "HostConfig": {"NetworkMode": "none", "Mounts": []}}
            """;

    private Rehearsal() {}

    static int run() throws IOException {
        var folder = Files.createTempDirectory("rehearsal");
        run(new GateAddress.Port("127.0.0.1", 0));
        run(new GateAddress.SocketFile(folder.resolve("gate.sock")));
        Files.delete(folder.resolve("gate.sock"));
        Files.delete(folder);
        return 0;
    }

    private static void run(GateAddress address) throws IOException {
        var settings = new GateSettings(
                address,
                Path.of("/nowhere/docker.sock"),
                HostFolders.NONE,
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
                ask(server.address(), request);
            }
            HealthCheck.problem(server.address());
        }
    }

    private static void ask(GateAddress address, String request) throws IOException {
        try (var gate = address.connect()) {
            gate.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            Channels.newInputStream(gate).readAllBytes();
        }
    }
}
