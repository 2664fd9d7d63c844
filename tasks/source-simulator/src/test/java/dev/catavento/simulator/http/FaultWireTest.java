package dev.catavento.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each fault that breaks an answer does on the wire. */
@QuarkusTest
class FaultWireTest {

    @TestHTTPResource("/")
    URI base;

    LayerClient layer;

    @BeforeEach
    void connect() throws Exception {
        layer = new LayerClient(base);
        layer.reset();
    }

    @AfterEach
    void clear() throws Exception {
        layer.reset();
    }

    private void worksAgain() throws Exception {
        assertThat(LayerClient.json(layer.count()).path("count").intValue()).isEqualTo(23_522);
    }

    @Test
    void errorIn200() throws Exception {
        layer.fault("{\"kind\":\"error-in-200\",\"count\":2,\"match\":\"count\",\"code\":504}");
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = layer.count();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(LayerClient.json(answer).path("error").path("code").intValue())
                    .isEqualTo(504);
            assertThat(layer.metadata().path("error").isMissingNode()).isTrue();
        }
        worksAgain();
    }

    @Test
    void http500() throws Exception {
        layer.fault("{\"kind\":\"http-500\"}");
        assertThat(layer.count().statusCode()).isEqualTo(500);
        worksAgain();
    }

    @Test
    void http503And429SayWhenToComeBack() throws Exception {
        layer.fault("{\"kind\":\"http-503\",\"seconds\":7}");
        layer.fault("{\"kind\":\"http-429\",\"seconds\":3}");
        layer.fault("{\"kind\":\"http-503\",\"seconds\":-1}");
        HttpResponse<String> first = layer.count();
        HttpResponse<String> second = layer.count();
        HttpResponse<String> third = layer.count();
        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.headers().firstValue("Retry-After")).contains("7");
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("Retry-After")).contains("3");
        assertThat(third.headers().firstValue("Retry-After")).isEmpty();
        worksAgain();
    }

    @Test
    void html200() throws Exception {
        layer.fault("{\"kind\":\"html-200\"}");
        HttpResponse<String> answer = layer.count();
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body()).contains("<html>");
        worksAgain();
    }

    @Test
    void slowAndLatency() throws Exception {
        layer.fault("{\"kind\":\"slow\",\"seconds\":1}");
        layer.fault("{\"kind\":\"latency\",\"ms\":150}");
        Instant start = Instant.now();
        worksAgain();
        Duration slow = Duration.between(start, Instant.now());
        Instant then = Instant.now();
        worksAgain();
        assertThat(slow).isGreaterThan(Duration.ofMillis(1100));
        assertThat(Duration.between(then, Instant.now())).isBetween(Duration.ofMillis(140), Duration.ofMillis(1000));
    }

    @Test
    void neverEndingSilent() throws Exception {
        layer.fault("{\"kind\":\"never-ending\"}");
        assertThatThrownBy(() -> waitFor(1500)).isInstanceOf(HttpTimeoutException.class);
        worksAgain();
    }

    @Test
    void neverEndingDribble() throws Exception {
        layer.fault("{\"kind\":\"never-ending\",\"mode\":\"dribble\"}");
        HttpRequest request = HttpRequest.newBuilder(
                        base.resolve(LayerClient.FIRST_DAY + LayerClient.LAYER + "?f=json"))
                .build();
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(new String(answer.body().readNBytes(3))).isEqualTo("{  ");
            answer.body().close();
            http.shutdownNow();
        }
        worksAgain();
    }

    private void waitFor(int millis) throws IOException, InterruptedException {
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            http.send(
                    HttpRequest.newBuilder(base.resolve(LayerClient.FIRST_DAY + LayerClient.LAYER + "?f=json"))
                            .timeout(Duration.ofMillis(millis))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void connectionReset() throws Exception {
        // Twice: Java's client asks again by itself where a connection ends before any answer.
        layer.fault("{\"kind\":\"connection-reset\",\"match\":\"metadata\",\"count\":2}");
        assertThatThrownBy(() -> waitFor(5000)).isInstanceOf(IOException.class).hasStackTraceContaining("reset");
        layer.fault("{\"kind\":\"connection-reset\",\"when\":\"within\"}");
        assertThatThrownBy(layer::metadata).isInstanceOf(IOException.class).hasStackTraceContaining("reset");
        worksAgain();
    }

    @Test
    void truncatedBody() throws Exception {
        for (String framing : List.of("length", "chunked")) {
            layer.fault("{\"kind\":\"truncated-body\",\"framing\":\"" + framing + "\",\"keep_bytes\":900}");
            assertThatThrownBy(layer::metadata).isInstanceOf(IOException.class);
            worksAgain();
        }
    }

    @Test
    void tokenRequired() throws Exception {
        layer.fault("{\"kind\":\"token-required\",\"token\":\"abc\"}");
        assertThat(code(layer.count())).isEqualTo(499);
        String url = LayerClient.FIRST_DAY + LayerClient.LAYER + "?f=json&token=";
        assertThat(code(layer.get(url + "wrong"))).isEqualTo(498);
        assertThat(code(layer.get(url + "abc"))).isZero();
        assertThat(code(layer.send(
                        HttpRequest.newBuilder(base.resolve(LayerClient.FIRST_DAY + LayerClient.LAYER + "?f=json"))
                                .header("X-Esri-Authorization", "Bearer abc"))))
                .isZero();
        JsonNode requests = LayerClient.json(layer.get("/control/requests"));
        assertThat(requests.path("last_token").textValue()).isEqualTo("abc");
    }

    private static int code(HttpResponse<String> answer) throws IOException {
        return LayerClient.json(answer).path("error").path("code").intValue();
    }

    @Test
    void pagesOverSoManyRowsFail() throws Exception {
        layer.fault("{\"kind\":\"pages-over\",\"rows\":250}");
        layer.fault("{\"kind\":\"pages-over\",\"rows\":100,\"as\":\"error-in-200\",\"match\":\"ids\"}");
        String page = LayerClient.FIRST_DAY + LayerClient.LAYER + "/query?where=1%3D1&f=json&resultRecordCount=";
        assertThat(layer.get(page + 251).statusCode()).isEqualTo(500);
        assertThat(LayerClient.json(layer.get(page + 250)).path("features")).hasSize(250);
    }
}
