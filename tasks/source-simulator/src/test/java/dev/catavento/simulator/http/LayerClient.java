package dev.catavento.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Asks the running simulator over HTTP. */
final class LayerClient {

    static final String LAYER = "/arcgis/rest/services/PORTAL/WFS/MapServer/0";
    static final String FIRST_DAY = "/archive/2026-01-01";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    LayerClient(URI base) {
        this.base = base;
    }

    static String form(String... namesAndValues) {
        return IntStream.range(0, namesAndValues.length / 2)
                .mapToObj(i -> namesAndValues[2 * i] + "="
                        + URLEncoder.encode(namesAndValues[2 * i + 1], StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(Duration.ofSeconds(8)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Queries the first day's fleet. */
    JsonNode query(String... namesAndValues) throws IOException, InterruptedException {
        String all = form(namesAndValues) + (List.of(namesAndValues).contains("f") ? "" : "&f=json");
        return json(get(FIRST_DAY + LAYER + "/query?" + all));
    }

    HttpResponse<String> count() throws IOException, InterruptedException {
        return get(FIRST_DAY + LAYER + "/query?where=1%3D1&returnCountOnly=true&f=json");
    }

    JsonNode metadata() throws IOException, InterruptedException {
        return json(get(FIRST_DAY + LAYER + "?f=json"));
    }

    void fault(String json) throws IOException, InterruptedException {
        var answer = post("/control/faults", "application/json", json);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.body());
        }
    }

    void reset() throws IOException, InterruptedException {
        for (String what : new String[] {"faults", "requests"}) {
            send(HttpRequest.newBuilder(base.resolve("/control/" + what)).DELETE());
        }
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return JSON.readTree(response.body());
    }

    static List<Integer> ids(JsonNode page) {
        List<Integer> ids = new ArrayList<>();
        page.path("features")
                .forEach(f -> ids.add(f.path("attributes").path("OBJECTID").intValue()));
        return ids;
    }
}
