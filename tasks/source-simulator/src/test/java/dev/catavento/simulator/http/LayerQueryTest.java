package dev.catavento.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LayerQueryTest {

    @TestHTTPResource("/")
    URI base;

    LayerClient layer;

    @BeforeEach
    void connect() throws Exception {
        layer = new LayerClient(base);
        layer.reset();
    }

    @Test
    void metadataDescribesTheLayer() throws Exception {
        JsonNode metadata = layer.metadata();
        assertThat(metadata.path("maxRecordCount").intValue()).isEqualTo(1000);
        assertThat(metadata.path("objectIdField").textValue()).isEqualTo("OBJECTID");
        assertThat(metadata.path("cataventoSource").textValue())
                .isEqualTo("generated demo fleet (seed 2026, 23522 turbines)");
        assertThat(metadata.path("fields")).hasSize(19);
        assertThat(metadata.path("fields").get(4).path("length").intValue()).isEqualTo(8);
        assertThat(metadata.path("fields").get(12).path("domain").path("codedValues"))
                .hasSize(2);
        assertThat(metadata.path("extent").path("xmin").doubleValue()).isEqualTo(-56.4571);
        assertThat(metadata.path("dateFieldsTimeReference").path("timeZone").textValue())
                .isEqualTo("UTC");
        assertThat(metadata.path("advancedQueryCapabilities")
                        .path("supportsPagination")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void aPageHasTheRealShape() throws Exception {
        JsonNode page = layer.query("where", "OBJECTID<=3", "outFields", "*");
        List<String> keys = new ArrayList<>();
        page.fieldNames().forEachRemaining(keys::add);
        assertThat(keys)
                .containsExactly(
                        "displayFieldName", "fieldAliases", "geometryType", "spatialReference", "fields", "features");
        assertThat(page.path("features")).hasSize(3);
        assertThat(page.path("features").get(0).path("attributes")).hasSize(19);
        assertThat(page.path("features").get(0).path("geometry").path("x").isDouble())
                .isTrue();
        assertThat(page.path("spatialReference").path("wkid").intValue()).isEqualTo(4674);
    }

    @Test
    void countIdsAndPost() throws Exception {
        assertThat(layer.query("where", "1=1", "returnCountOnly", "true")
                        .path("count")
                        .intValue())
                .isEqualTo(23_522);
        assertThat(layer.query("where", "1=1", "returnIdsOnly", "true").path("objectIds"))
                .hasSize(23_522);
        String ids = IntStream.rangeClosed(1, 1500).mapToObj(String::valueOf).collect(Collectors.joining(","));
        JsonNode page = LayerClient.json(layer.post(
                LayerClient.FIRST_DAY + LayerClient.LAYER + "/query",
                "application/x-www-form-urlencoded",
                LayerClient.form("objectIds", ids, "outFields", "OBJECTID", "f", "json")));
        assertThat(page.path("features")).hasSize(1000);
        assertThat(page.path("exceededTransferLimit").booleanValue()).isTrue();
    }

    @Test
    void orderedPagesAreTheWholeFleetOnce() throws Exception {
        List<Integer> all = new ArrayList<>();
        JsonNode page;
        do {
            page = layer.query(
                    "where",
                    "1=1",
                    "outFields",
                    "OBJECTID",
                    "orderByFields",
                    "OBJECTID",
                    "returnGeometry",
                    "false",
                    "resultOffset",
                    String.valueOf(all.size()),
                    "resultRecordCount",
                    "1000");
            all.addAll(LayerClient.ids(page));
        } while (page.path("exceededTransferLimit").booleanValue());
        assertThat(all).hasSize(23_522).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void unorderedPagesOverlapAndLeaveGapsThoughTheNumberIsRight() throws Exception {
        List<Integer> all = new ArrayList<>();
        for (int offset = 0; offset < 23_522; offset += 1000) {
            String[] parameters = {
                "where", "1=1", "outFields", "OBJECTID", "returnGeometry", "false", "resultOffset", "" + offset
            };
            List<Integer> page = LayerClient.ids(layer.query(parameters));
            assertThat(LayerClient.ids(layer.query(parameters))).isEqualTo(page);
            all.addAll(page);
        }
        assertThat(all).hasSize(23_522);
        assertThat(new HashSet<>(all)).hasSizeLessThan(23_500);
    }

    @Test
    void orderBySeveralFields() throws Exception {
        JsonNode page = layer.query(
                "where", "UF IN ('SE','AL')", "outFields", "UF,DEN_AEG,OBJECTID", "orderByFields", "UF DESC,DEN_AEG");
        List<String> order = new ArrayList<>();
        page.path("features")
                .forEach(f -> order.add(f.path("attributes").path("UF").textValue()));
        assertThat(order).hasSize(45).startsWith("SE").endsWith("AL");
        assertThat(page.path("fields")).hasSize(3);
    }

    @Test
    void statistics() throws Exception {
        JsonNode answer = layer.query("where", "1=1", "outStatistics", """
                [{"statisticType":"max","onStatisticField":"DATA_ATUALIZACAO","outStatisticFieldName":"newest"},
                 {"statisticType":"count","onStatisticField":"OBJECTID","outStatisticFieldName":"n"},
                 {"statisticType":"sum","onStatisticField":"POT_MW","outStatisticFieldName":"mw"}]""");
        JsonNode values = answer.path("features").get(0).path("attributes");
        assertThat(values.path("newest").longValue()).isEqualTo(1_746_463_218_000L);
        assertThat(values.path("n").intValue()).isEqualTo(23_522);
        assertThat(values.path("mw").doubleValue()).isGreaterThan(90_000);
    }

    @Test
    void geoJsonDiffersInTheLastDigitsOnly() throws Exception {
        JsonNode esri = layer.query("where", "OBJECTID<=500", "outFields", "OBJECTID");
        JsonNode geo = layer.query("where", "OBJECTID<=500", "outFields", "OBJECTID", "f", "geojson");
        double farthest = 0;
        for (int i = 0; i < 500; i++) {
            double x = geo.path("features")
                    .get(i)
                    .path("geometry")
                    .path("coordinates")
                    .get(0)
                    .doubleValue();
            double difference = Math.abs(
                    x - esri.path("features").get(i).path("geometry").path("x").doubleValue());
            farthest = Math.max(farthest, difference);
        }
        assertThat(farthest).isBetween(5e-10, 8.7e-10);
        assertThat(layer.query("where", "1=1", "f", "geojson")
                        .path("exceededTransferLimit")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void coordinateSystems() throws Exception {
        JsonNode own = layer.query("objectIds", "1").path("features").get(0).path("geometry");
        JsonNode same = layer.query("objectIds", "1", "outSR", "4326")
                .path("features")
                .get(0)
                .path("geometry");
        JsonNode web = layer.query("objectIds", "1", "outSR", "{\"wkid\":3857}")
                .path("features")
                .get(0)
                .path("geometry");
        assertThat(same).isEqualTo(own);
        assertThat(web.path("x").doubleValue())
                .isCloseTo(own.path("x").doubleValue() * 20_037_508.342789244 / 180, within(0.01));
        assertThat(layer.query("objectIds", "1", "outSR", "31983")
                        .path("error")
                        .path("code")
                        .intValue())
                .isEqualTo(400);
    }

    @Test
    void badQueriesAreArcGisErrors() throws Exception {
        for (String[] bad : new String[][] {
            {"where", "FOO=1"},
            {"where", "1=1", "outFields", "FOO"},
            {"where", "1=1", "orderByFields", "FOO"},
            {"where", "1=1", "resultOffset", "-3"},
            {"where", "1=1", "geometry", "1,2,3,4"},
            {"objectIds", "a,b"},
            {"where", "1=1", "f", "kmz"},
        }) {
            JsonNode error = layer.query(bad).path("error");
            assertThat(error.path("code").intValue()).as(String.join(" ", bad)).isEqualTo(400);
            assertThat(error.path("message").textValue()).isEqualTo("Unable to perform query");
        }
    }

    @Test
    void withoutAFormatThereIsHtml() throws Exception {
        assertThat(layer.get(LayerClient.LAYER).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    }

    @Test
    void archiveDaysAndEdits() throws Exception {
        assertThat(LayerClient.json(layer.get("/archive/2026-01-02/edits"))).isNotEmpty();
        assertThat(LayerClient.json(layer.get("/archive/2026-01-01/edits"))).isEmpty();
        assertThat(LayerClient.json(layer.get("/archive/edits?from=2026-01-01&to=2026-01-11")))
                .hasSizeGreaterThan(100);
        assertThat(layer.get("/archive/edits?from=2026-01-01").statusCode()).isEqualTo(400);
        assertThat(layer.get("/archive/2025-01-01/edits").statusCode()).isEqualTo(400);
        for (String day : List.of("2025-12-31", "2199-01-01", "someday")) {
            var answer = layer.get("/archive/" + day + LayerClient.LAYER + "?f=json");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(LayerClient.json(answer).path("error").path("code").intValue())
                    .isEqualTo(400);
        }
    }

    @Test
    void health() throws Exception {
        JsonNode health = LayerClient.json(layer.get("/health"));
        assertThat(health.path("status").textValue()).isEqualTo("ok");
        assertThat(health.path("rows").intValue()).isGreaterThan(20_000);
    }
}
