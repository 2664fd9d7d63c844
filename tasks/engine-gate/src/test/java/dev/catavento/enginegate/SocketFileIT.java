package dev.catavento.enginegate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.TaskProcess;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built gate at a socket file; no engine is asked. */
class SocketFileIT {
    @TempDir
    Path folder;

    @Test
    void userAndGroupMayConnectAndNobodyElse() throws Exception {
        try (var gate = GateProcess.start(settings())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-rw----");
            assertThat(ask("POST /swarm/leave HTTP/1.1\r\nHost: gate\r\n\r\n")).startsWith("HTTP/1.1 403 ");
            assertThat(gate.log()).contains("refused POST /swarm/leave from user " + System.getProperty("user.name"));
        }
    }

    @Test
    void theHealthCheckAsksThere() throws Exception {
        var check = new TaskProcess(settings());
        var none = check.run("engine-gate", "--check");
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.stderr()).contains("not healthy: no gate at " + file());
        try (var _ = GateProcess.start(settings())) {
            assertThat(check.run("engine-gate", "--check").stderr())
                    .contains("not healthy: 503 ")
                    .contains("does not answer at " + folder.resolve("engine.sock"));
        }
    }

    @Test
    void theFileOfAKilledGateIsTakenOverAndNoOther() throws Exception {
        GateProcess.start(settings()).close();
        assertThat(file()).exists();
        try (var _ = GateProcess.start(settings())) {
            assertThat(ask("GET /_ping HTTP/1.1\r\nHost: gate\r\n\r\n")).startsWith("HTTP/1.1 503 ");
            assertRefused("another gate listens there");
        }
        Files.delete(file());
        Files.writeString(file(), "mine");
        assertRefused("a file that is no socket lies there");
        assertThat(file()).hasContent("mine");
    }

    private void assertRefused(String why) {
        var second = new TaskProcess(settings()).run("engine-gate");
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.stderr()).contains("cannot listen on " + file()).contains(why);
    }

    private Path file() {
        return folder.resolve("gate.sock");
    }

    private Map<String, String> settings() {
        return Map.of(
                "CATAVENTO_GATE_LISTEN", file().toString(),
                "CATAVENTO_GATE_SOCKET", folder.resolve("engine.sock").toString());
    }

    private String ask(String request) throws IOException {
        try (var gate = SocketChannel.open(UnixDomainSocketAddress.of(file()))) {
            gate.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
            return new String(Channels.newInputStream(gate).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
