package dev.catavento.enginegate;

import dev.catavento.testsupport.TaskProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The built gate as a process of its own on a free port, or at a socket file, and raw requests to its port. */
final class GateProcess implements AutoCloseable {
    private static final Pattern LISTENS = Pattern.compile("listens on (?:127\\.0\\.0\\.1:(\\d+)|/\\S+) for");

    private final TaskProcess.Running running;
    private final int port;

    private GateProcess(TaskProcess.Running running, int port) {
        this.running = running;
        this.port = port;
    }

    static GateProcess start(Map<String, String> settings) throws Exception {
        var environment = new HashMap<>(settings);
        environment.put("CATAVENTO_GATE_PORT", "0");
        var running = new TaskProcess(environment).start("engine-gate");
        for (int i = 0; i < 300 && running.process().isAlive(); i++) {
            var listens = LISTENS.matcher(Files.readString(running.stderr()));
            if (listens.find()) {
                return new GateProcess(running, listens.group(1) == null ? 0 : Integer.parseInt(listens.group(1)));
            }
            Thread.sleep(100);
        }
        running.process().destroyForcibly();
        throw new IOException("the gate did not start: " + Files.readString(running.stderr()));
    }

    int port() {
        return port;
    }

    /** All that the gate logged until now. */
    String log() throws IOException {
        return Files.readString(running.stderr());
    }

    String stdout() throws IOException {
        return Files.readString(running.stdout());
    }

    Answer ask(String method, String target, String body) throws IOException {
        var type = body.isEmpty() ? "" : "Content-Type: application/json\r\n";
        var length = body.getBytes(StandardCharsets.UTF_8).length;
        return raw(method + " " + target + " HTTP/1.1\r\nHost: gate\r\n" + type + "Content-Length: " + length
                + "\r\n\r\n" + body);
    }

    /** Sends bytes as they are and reads to the end of the connection. */
    Answer raw(String request) throws IOException {
        try (var socket = open(request)) {
            return answer(socket.getInputStream());
        }
    }

    /** Sends bytes and leaves the connection open. */
    Socket open(String request) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(60_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    static Answer answer(InputStream in) throws IOException {
        var text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
    }

    /** What came back; the body as it came, framing included. */
    record Answer(int status, String head, String body) {}

    @Override
    public void close() {
        running.process().destroyForcibly();
    }
}
