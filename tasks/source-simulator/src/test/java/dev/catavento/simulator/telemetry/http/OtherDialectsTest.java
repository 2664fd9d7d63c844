package dev.catavento.simulator.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /api/data} and {@code GET /data}: the same samples as {@code /api/v1/sensors}, told otherwise. */
@QuarkusTest
class OtherDialectsTest {

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

    @Test
    void columnsTellTheCountAndWhatWasAskedFor() throws Exception {
        JsonNode answer = source.json(COLUMNS + "&turbine_id=T-0007");
        assertThat(answer.fieldNames()).toIterable().containsExactly("data", "count", "start_date", "end_date");
        assertThat(answer.path("count").intValue()).isEqualTo(1441);
        assertThat(answer.path("start_date").textValue()).isEqualTo("2026-01-05");
        assertThat(answer.path("data")).isEqualTo(source.json(TelemetryClient.DAY + "&turbine_id=T-0007"));
        JsonNode row = source.json(COLUMNS + "&columns=power,wind_direction")
                .path("data")
                .get(3);
        assertThat(row.fieldNames()).toIterable().containsExactly("timestamp", "power", "wind_direction");
    }

    @Test
    void columnsWithoutRowsSaySo() throws Exception {
        JsonNode answer = source.json("/api/data?start_date=2526-01-05&end_date=2526-01-06");
        assertThat(answer.fieldNames()).toIterable().containsExactly("data", "count", "message");
        assertThat(answer.path("data")).isEmpty();
        assertThat(answer.path("count").intValue()).isZero();
    }

    @Test
    void pagesAreHalfOpenAndMeetWithoutOverlap() throws Exception {
        JsonNode whole = source.json(PAGES);
        assertThat(whole).hasSize(1440);
        List<JsonNode> all = new ArrayList<>();
        for (int offset = 0; offset <= 1500; offset += 500) {
            source.json(PAGES + "&limit=500&offset=" + offset).forEach(all::add);
        }
        assertThat(all).containsExactlyElementsOf(whole);
        List<JsonNode> sensors = new ArrayList<>();
        source.json(TelemetryClient.DAY).forEach(sensors::add);
        assertThat(all).containsExactlyElementsOf(sensors.subList(0, 1440));
        assertThat(source.json("/data?start=2026-01-01&end=2026-01-31")).hasSize(10_000);
    }

    @Test
    void signalsRepeatedOrWithCommas() throws Exception {
        JsonNode repeated = source.json(PAGES + "&signals=power&signals=wind_speed");
        assertThat(repeated).isEqualTo(source.json(PAGES + "&signals=power,wind_speed"));
        assertThat(repeated.get(0).fieldNames()).toIterable().containsExactly("timestamp", "wind_speed", "power");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/data?start_date=2026-01-06&end_date=2026-01-05|400|start_date deve ser menor que end_date",
                "/api/data?start_date=2026-01-05&end_date=2026-01-06&columns=power,rotor|400|rotor",
                "/api/data?start_date=2026-01-05|400|end_date",
                "/data?start=2026-01-06&end=2026-01-05|400|start",
                "/data?start=2026-01-05&end=noon|400|noon",
                "/data?start=2026-01-05&end=2026-01-06&limit=0|400|limit",
                "/data?start=2026-01-05&end=2026-01-06&limit=50001|400|50000",
                "/data?start=2026-01-05&end=2026-01-06&offset=-1|400|offset",
                "/data?start=2026-01-05&end=2026-01-06&signals=rotor|400|rotor",
                "/data?start=2026-01-05&end=2026-01-06&turbine_id=T-1|404|T-1",
            })
    void badInputIsRefused(String path, int status, String word) throws Exception {
        var answer = source.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(TelemetryClient.json(answer).path("detail").textValue()).contains(word);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/sensors", "/api/v1/sensors/populate_database", "/api/seed"})
    void withoutADatabaseNothingCanBeKept(String path) throws Exception {
        String body = path.equals("/api/v1/sensors")
                ? "{\"timestamp\":\"2026-01-05\"}"
                : "{\"start_date\":\"2026-01-05\",\"days\":1}";
        var answer = source.post(path, body);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(TelemetryClient.json(answer).path("detail").textValue()).contains("CATAVENTO_SIMULATOR_DB_URL");
    }
}
