package dev.catavento.simulator.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults and traits of the samples' addresses, on the wire. */
@QuarkusTest
class TelemetryFaultTest {

    private static final String COLUMNS = "/api/data?start_date=2026-01-05&end_date=2026-01-06";
    private static final String PAGES = "/data?start=2026-01-05&end=2026-01-06";

    @TestHTTPResource("/")
    URI base;

    TelemetryClient source;

    @BeforeEach
    void connect() throws Exception {
        source = new TelemetryClient(base);
        source.reset();
    }

    @AfterEach
    void clear() throws Exception {
        source.reset();
    }

    private void worksAgain() throws Exception {
        assertThat(source.json(TelemetryClient.DAY)).hasSize(1441);
    }

    private int status() throws Exception {
        return source.get(TelemetryClient.DAY).statusCode();
    }

    @Test
    void statusCodesAndMaintenancePages() throws Exception {
        source.fault("{\"kind\":\"http-500\"}");
        source.fault("{\"kind\":\"http-503\"}");
        source.fault("{\"kind\":\"http-429\",\"match\":\"telemetry\"}");
        assertThat(status()).isEqualTo(500);
        assertThat(status()).isEqualTo(503);
        assertThat(status()).isEqualTo(429);
        source.fault("{\"kind\":\"html-200\"}");
        assertThat(source.get(TelemetryClient.DAY).body()).contains("<html>");
        worksAgain();
        assertThat(source.json("/control/requests").path("telemetry").intValue())
                .isEqualTo(5);
    }

    @Test
    void faultsOfTheLayerDoNotTouchSamples() throws Exception {
        source.fault("{\"kind\":\"http-500\",\"match\":\"page\"}");
        worksAgain();
    }

    @Test
    void slow() throws Exception {
        source.fault("{\"kind\":\"slow\",\"seconds\":1}");
        Instant start = Instant.now();
        worksAgain();
        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(950));
    }

    @ParameterizedTest
    @ValueSource(strings = {"length", "chunked"})
    void cutBodies(String framing) throws Exception {
        for (String keep : new String[] {"-1", "10", "1000000000"}) {
            source.fault("{\"kind\":\"truncated-body\",\"framing\":\"" + framing + "\",\"keep_bytes\":" + keep + "}");
            assertThatThrownBy(() -> source.get(TelemetryClient.DAY)).isInstanceOf(IOException.class);
        }
        worksAgain();
    }

    @Test
    void halfTheRowsWithARightOrAWrongCount() throws Exception {
        source.fault("{\"kind\":\"half-rows\",\"count\":\"right\"}");
        JsonNode right = source.json(COLUMNS);
        assertThat(right.path("data")).hasSize(721);
        assertThat(right.path("count").intValue()).isEqualTo(721);
        source.fault("{\"kind\":\"half-rows\",\"count\":\"wrong\"}");
        JsonNode wrong = source.json(COLUMNS);
        assertThat(wrong.path("data")).hasSize(721);
        assertThat(wrong.path("count").intValue()).isEqualTo(1441);
        source.fault("{\"kind\":\"half-rows\"}");
        assertThat(source.json(TelemetryClient.DAY)).hasSize(721);
        source.fault("{\"kind\":\"half-rows\"}");
        assertThat(source.json(PAGES)).hasSize(720);
        worksAgain();
    }

    @Test
    void aWrongCount() throws Exception {
        source.fault("{\"kind\":\"wrong-count\",\"n\":-7,\"count\":1}");
        assertThat(source.json(COLUMNS).path("count").intValue()).isEqualTo(1434);
        assertThat(source.json(COLUMNS).path("count").intValue()).isEqualTo(1441);
    }

    @Test
    void someRequestsFailAtRandomAndTheNextDrawIsAnother() throws Exception {
        source.fault("{\"kind\":\"random-failures\",\"percent\":30}");
        int failed = 0;
        for (int i = 0; i < 100; i++) {
            int status = source.get("/api/v1/turbines").statusCode();
            assertThat(status).isIn(200, 503);
            failed += status == 503 ? 1 : 0;
        }
        assertThat(failed).isBetween(15, 45);
    }

    @Test
    void columnsMissingRetypedAndNew() throws Exception {
        source.fault("{\"kind\":\"field-missing\",\"field\":\"power\",\"count\":1}");
        assertThat(source.json(TelemetryClient.DAY).get(0).has("power")).isFalse();
        source.fault("{\"kind\":\"field-retyped\",\"field\":\"power\",\"count\":1}");
        assertThat(source.json(COLUMNS).path("data").get(0).path("power").isTextual())
                .isTrue();
        source.fault("{\"kind\":\"field-new\",\"field\":\"rotor_rpm\",\"count\":1}");
        assertThat(source.json(PAGES).get(0).has("rotor_rpm")).isTrue();
        worksAgain();
    }

    @Test
    void pagesThatRepeatAndLoseRows() throws Exception {
        source.fault("{\"kind\":\"pages-disordered\",\"rows\":3}");
        var stamps = new HashSet<String>();
        int rows = 0;
        for (int offset = 0; offset < 1440; offset += 360) {
            for (JsonNode row : source.json(PAGES + "&limit=360&offset=" + offset)) {
                stamps.add(row.path("timestamp").textValue());
                rows++;
            }
        }
        assertThat(rows).isGreaterThan(stamps.size());
        assertThat(stamps).hasSizeLessThan(1440);
    }

    @Test
    void aTokenIsRequired() throws Exception {
        source.fault("{\"kind\":\"token-required\",\"token\":\"abc\"}");
        assertThat(status()).isEqualTo(401);
        assertThat(withToken("wrong")).isEqualTo(403);
        assertThat(withToken("abc")).isEqualTo(200);
    }

    private int withToken(String token) throws Exception {
        return source.send(HttpRequest.newBuilder(base.resolve(TelemetryClient.DAY))
                        .header("Authorization", "Bearer " + token))
                .statusCode();
    }

    @Test
    void traitsAreSetForOneTurbineListedAndCleared() throws Exception {
        source.fault("{\"kind\":\"gaps\",\"percent\":100,\"turbine\":\"T-0002\"}");
        source.fault("{\"kind\":\"nan-text\",\"percent\":100,\"signal\":\"power\"}");
        source.fault("{\"kind\":\"stamp-form\",\"form\":\"z\"}");
        assertThat(source.json(TelemetryClient.DAY + "&turbine_id=T-0002")).isEmpty();
        JsonNode first = source.json(TelemetryClient.DAY).get(0);
        assertThat(first.path("power").textValue()).isEqualTo("NaN");
        assertThat(first.path("timestamp").textValue()).isEqualTo("2026-01-05T03:00:00Z");
        assertThat(source.json("/control/faults")).hasSize(3);
        assertThat(source.json("/control/faults/kinds").findValuesAsText("kind"))
                .contains("gaps", "late-change", "half-rows", "error-in-200");
        var bad = source.post("/control/faults", "{\"kind\":\"gaps\",\"percent\":\"many\"}");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body()).contains("percent");
        source.reset();
        assertThat(source.json("/control/faults")).isEmpty();
        worksAgain();
    }

    @Test
    void minutesChangeAfterSoManyRequests() throws Exception {
        source.fault("{\"kind\":\"late-change\",\"n\":7,\"after_requests\":1,\"day\":\"2026-01-05\"}");
        JsonNode before = source.json(TelemetryClient.DAY);
        JsonNode after = source.json(TelemetryClient.DAY);
        int changed = 0;
        for (int i = 0; i < 1441; i++) {
            changed += before.get(i).equals(after.get(i)) ? 0 : 1;
        }
        assertThat(changed).isEqualTo(7);
    }
}
