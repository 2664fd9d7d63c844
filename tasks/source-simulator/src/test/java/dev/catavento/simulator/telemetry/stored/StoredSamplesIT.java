package dev.catavento.simulator.telemetry.stored;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.SimulatorProcess;
import dev.catavento.testsupport.TestStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Samples that the source was given, in a real database, by the built program. */
class StoredSamplesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TestStore DATABASE = PostgisServer.shared().newEmptyStore();
    private static SimulatorProcess simulator;

    @BeforeAll
    static void start() {
        simulator = SimulatorProcess.start(Map.of(
                "CATAVENTO_SIMULATOR_DB_URL", DATABASE.url(),
                "CATAVENTO_SIMULATOR_DB_USER", "test_migrate",
                "CATAVENTO_SIMULATOR_DB_PASSWORD", "test"));
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(simulator.url() + path))
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static JsonNode day(String day, String turbine) throws Exception {
        String query = "/data?start=" + day + "T00:00&end=" + day + "T23:59:59&turbine_id=" + turbine;
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(simulator.url() + query)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        }
    }

    @Test
    void postedSamplesWinAndSurviveARestart() throws Exception {
        JsonNode before = day("2026-02-01", "T-0001");
        var answer = post(
                "/api/v1/sensors",
                "{\"timestamp\":\"2026-02-01T10:00:00\",\"wind_speed\":99.5,\"power\":null,\"ambient_temperature\":1.5}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(post(
                                "/api/v1/sensors",
                                "[{\"timestamp\":\"2026-02-01T10:01:20\",\"wind_speed\":1.5},"
                                        + "{\"timestamp\":\"2026-02-01T10:01:20\",\"wind_speed\":2.5},"
                                        + "{\"timestamp\":\"2026-02-01T13:01:40Z\",\"wind_speed\":3.5}]")
                        .statusCode())
                .isEqualTo(201);
        stop();
        start();
        JsonNode after = day("2026-02-01", "T-0001");
        assertThat(after).hasSize(1441);
        assertThat(after.get(600).path("wind_speed").doubleValue()).isEqualTo(99.5);
        assertThat(after.get(600).path("power").isNull()).isTrue();
        assertThat(after.get(601).path("timestamp").textValue()).isEqualTo("2026-02-01T10:01:20");
        assertThat(after.get(601).path("wind_speed").doubleValue()).isEqualTo(2.5);
        assertThat(after.get(602).path("wind_speed").doubleValue()).isEqualTo(3.5);
        assertThat(after.get(599)).isEqualTo(before.get(599));
        assertThat(after.get(603)).isEqualTo(before.get(602));
        assertThat(day("2026-02-01", "T-0002").get(600).path("wind_speed").doubleValue())
                .isLessThan(50);
    }

    @Test
    void aRefillReplacesAndNeverDuplicates() throws Exception {
        JsonNode plain = day("2026-03-02", "T-0003");
        String sample = "{\"turbine_id\":\"T-0003\",\"timestamp\":\"2026-03-02T10:00:30\",\"wind_speed\":77}";
        assertThat(post("/api/v1/sensors", sample).statusCode()).isEqualTo(201);
        assertThat(day("2026-03-02", "T-0003")).isNotEqualTo(plain);
        String fill = "{\"start_date\":\"2026-03-01\",\"days\":10,\"turbine_id\":\"T-0003\"}";
        for (String path : new String[] {"/api/v1/sensors/populate_database", "/api/seed"}) {
            var answer = post(path, fill);
            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(JSON.readTree(answer.body()).path("stored").intValue()).isEqualTo(14_400);
            assertThat(DATABASE.value("SELECT count(*) FROM sample WHERE turbine = 'T-0003'"))
                    .isEqualTo("14400");
            assertThat(day("2026-03-02", "T-0003")).isEqualTo(plain);
        }
    }

    @Test
    void whatCannotBeReadIsRefused() throws Exception {
        refused("/api/v1/sensors", "not json", 422, "JSON");
        refused("/api/v1/sensors", "", 422, "JSON");
        refused("/api/v1/sensors", "{\"wind_speed\":1}", 422, "timestamp");
        refused("/api/v1/sensors", "{\"timestamp\":\"2026-02-01\",\"power\":\"much\"}", 422, "power");
        refused("/api/v1/sensors", "{\"timestamp\":\"2026-02-01\",\"rotor\":1}", 422, "rotor");
        refused("/api/v1/sensors", "{\"timestamp\":\"2026-02-01\",\"turbine_id\":\"T-9999\"}", 404, "T-9999");
        refused("/api/seed", "{\"start_date\":\"2026-02-01\",\"days\":0}", 422, "days");
        refused("/api/seed", "{\"start_date\":\"soon\",\"days\":1}", 422, "start_date");
    }

    private static void refused(String path, String body, int status, String word) throws Exception {
        var answer = post(path, body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).path("detail").textValue()).contains(word);
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed() throws Exception {
        try (var lost = SimulatorProcess.start(
                        Map.of("CATAVENTO_SIMULATOR_DB_URL", "jdbc:postgresql://127.0.0.1:1/catavento_simulator"));
                HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(
                                    lost.url() + "/api/v1/sensors?start_date=2026-01-05&end_date=2026-01-06"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("127.0.0.1:1/catavento_simulator");
        }
    }
}
