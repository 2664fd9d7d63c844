package dev.catavento.simulator.telemetry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /api/v1/sensors}. */
@QuarkusTest
class SensorsDialectTest {

    @TestHTTPResource("/")
    URI base;

    TelemetryClient source;

    @BeforeEach
    void connect() throws Exception {
        source = new TelemetryClient(base);
        source.reset();
    }

    @Test
    void aDayHasBothItsEnds() throws Exception {
        JsonNode rows = source.json(TelemetryClient.DAY);
        assertThat(rows).hasSize(1441);
        assertThat(rows.get(0).path("timestamp").textValue()).isEqualTo("2026-01-05T00:00:00");
        assertThat(rows.get(1440).path("timestamp").textValue()).isEqualTo("2026-01-06T00:00:00");
        assertThat(rows.get(7).fieldNames())
                .toIterable()
                .containsExactly("timestamp", "wind_speed", "power", "ambient_temperature");
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.path("power").isDouble()).isTrue());
    }

    @Test
    void turbinesDifferAndTheFirstIsTheUsualOne() throws Exception {
        JsonNode usual = source.json(TelemetryClient.DAY);
        assertThat(source.json(TelemetryClient.DAY + "&turbine_id=T-0001")).isEqualTo(usual);
        assertThat(source.json(TelemetryClient.DAY + "&turbine_id=T-0002"))
                .hasSize(1441)
                .isNotEqualTo(usual);
        JsonNode turbines = source.json("/api/v1/turbines");
        assertThat(turbines).hasSize(100);
        assertThat(turbines.get(99).path("turbine_id").textValue()).isEqualTo("T-0100");
        assertThat(turbines.get(0).path("rated_power_kw").doubleValue()).isEqualTo(4200);
    }

    @Test
    void whatWasNotAskedForIsNull() throws Exception {
        JsonNode rows = source.json(TelemetryClient.DAY + "&metrics=power&metrics=wind_direction");
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.path("power").isDouble()).isTrue();
            assertThat(row.path("wind_direction").isDouble()).isTrue();
            assertThat(row.path("wind_speed").isNull()).isTrue();
            assertThat(row.path("ambient_temperature").isNull()).isTrue();
        });
    }

    @Test
    void anOffsetIsRespected() throws Exception {
        assertThat(source.json("/api/v1/sensors?start_date=2026-01-05T03:00:00Z&end_date=2026-01-06T00:00:00-03:00"))
                .isEqualTo(source.json(TelemetryClient.DAY));
    }

    @Test
    void minutesThatAreNotOverHaveNoSample() throws Exception {
        assertThat(source.json("/api/v1/sensors?start_date=2526-01-05&end_date=2526-01-06"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start_date=2026-01-06&end_date=2026-01-05|400|start_date deve ser menor que end_date",
                "start_date=2026-01-05&end_date=2026-01-06&metrics=rotor|422|rotor",
                "end_date=2026-01-06|422|start_date",
                "start_date=2026-01-05&end_date=yesterday|422|end_date",
                "start_date=2026-01-05&end_date=2026-01-06&turbine_id=T-0101|404|T-0101",
                "start_date=2026-01-05&end_date=2026-01-06&turbine_id=%C3%A9|404|turbine_id",
                "start_date=2026-01-05&end_date=2026-01-06&frequency=3|422|frequency",
            })
    void badInputIsRefused(String query, int status, String word) throws Exception {
        var answer = source.get("/api/v1/sensors?" + query);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(TelemetryClient.json(answer).path("detail").textValue()).contains(word);
    }

    @Test
    void fewerSamplesAtLowerFrequencies() throws Exception {
        JsonNode every = source.json(TelemetryClient.DAY);
        JsonNode fifth = source.json(TelemetryClient.DAY + "&frequency=5");
        JsonNode tenth = source.json(TelemetryClient.DAY + "&frequency=10");
        assertThat(fifth).hasSize(289);
        assertThat(tenth).hasSize(145);
        assertThat(fifth.get(3)).isEqualTo(every.get(15));
        assertThat(tenth.get(3)).isEqualTo(every.get(30));
    }
}
