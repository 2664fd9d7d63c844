package dev.catavento.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The built source simulator as a process of its own on a free loopback port, gone with the JVM or when closed. */
public final class SimulatorProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static SimulatorProcess shared;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String url;

    private SimulatorProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** One for the whole test run, with the generated fleet as it comes. */
    public static synchronized SimulatorProcess shared() {
        if (shared == null) {
            shared = start(Map.of());
        }
        return shared;
    }

    /** @param settings variables such as {@code CATAVENTO_SIMULATOR_COPIES} */
    public static SimulatorProcess start(Map<String, String> settings) {
        try {
            return start(settings, FreePort.any());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SimulatorProcess start(Map<String, String> settings, int port) throws IOException {
        Path log = Files.createTempFile("simulator", ".log");
        log.toFile().deleteOnExit();
        var builder = new ProcessBuilder(
                        ProjectFiles.root().resolve("infrastructure/local/task").toString(), "source-simulator")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CATAVENTO_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("CATAVENTO_SIMULATOR_PORT", String.valueOf(port));
        builder.environment().putAll(settings);
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        var simulator = new SimulatorProcess(process, "http://127.0.0.1:" + port);
        simulator.awaitHealth(log);
        return simulator;
    }

    /** {@code http://HOST:PORT}. */
    public String url() {
        return url;
    }

    /** The living layer's URL. */
    public String layerUrl() {
        return url + "/arcgis/rest/services/PORTAL/WFS/MapServer/0";
    }

    /** The archive's URL, with {@code {day}} in it. */
    public String archiveUrl() {
        return url + "/archive/{day}/arcgis/rest/services/PORTAL/WFS/MapServer/0";
    }

    /**
     * Makes something go wrong.
     *
     * @param more further members of the JSON object, such as {@code "count":2,"match":"page"}; may be empty
     */
    public void fault(String kind, String more) {
        var body = "{\"kind\":\"" + kind + "\"" + (more.isEmpty() ? "" : "," + more) + "}";
        send("POST", "/control/faults", body);
    }

    public void clearFaults() {
        send("DELETE", "/control/faults", "");
    }

    /** Requests since the last reset: {@code total}, {@code metadata}, {@code count}, {@code ids}, {@code page} … */
    public JsonNode requests() {
        return send("GET", "/control/requests", "");
    }

    public void resetRequests() {
        send("DELETE", "/control/requests", "");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void awaitHealth(Path log) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            try {
                send("GET", "/health", "");
                return;
            } catch (UncheckedIOException notYet) {
                pause();
            }
        }
        process.destroyForcibly();
        throw new IOException("the simulator did not start: " + Files.readString(log));
    }

    private JsonNode send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(10))
                .method(method, BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalArgumentException(method + " " + path + " " + body + ": " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
