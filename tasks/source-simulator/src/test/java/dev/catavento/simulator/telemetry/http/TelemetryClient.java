package dev.catavento.simulator.telemetry.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the running simulator for samples over HTTP. */
final class TelemetryClient {

    /** A whole day of the first turbine, end included. */
    static final String DAY = "/api/v1/sensors?start_date=2026-01-05&end_date=2026-01-06";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    TelemetryClient(URI base) {
        this.base = base;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The body of an answer that must be good. */
    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    /** Makes something go wrong, or gives the samples a trait. */
    void fault(String json) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/control/faults", json);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
    }

    void reset() throws IOException, InterruptedException {
        for (String what : new String[] {"faults", "requests"}) {
            send(HttpRequest.newBuilder(base.resolve("/control/" + what)).DELETE());
        }
    }
}
