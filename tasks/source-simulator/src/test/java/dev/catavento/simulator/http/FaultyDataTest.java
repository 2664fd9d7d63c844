package dev.catavento.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each fault that changes the data does to well-formed answers. */
@QuarkusTest
class FaultyDataTest {

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

    private int count() throws Exception {
        return LayerClient.json(layer.count()).path("count").intValue();
    }

    private List<Integer> ids() throws Exception {
        List<Integer> ids = new ArrayList<>();
        layer.query("where", "1=1", "returnIdsOnly", "true").path("objectIds").forEach(id -> ids.add(id.intValue()));
        return ids;
    }

    @Test
    void rowsVanishAndAppearAfterSomeRequests() throws Exception {
        layer.fault("{\"kind\":\"rows-deleted\",\"n\":3,\"after_requests\":1}");
        assertThat(count()).isEqualTo(23_522);
        assertThat(count()).isEqualTo(23_519);
        assertThat(ids()).hasSize(23_519).isSorted();
        layer.fault("{\"kind\":\"rows-added\",\"n\":5}");
        assertThat(ids()).hasSize(23_524).contains(23_527);
        layer.reset();
        assertThat(count()).isEqualTo(23_522);
    }

    @Test
    void rowsVanishAgainAndAgain() throws Exception {
        layer.fault("{\"kind\":\"rows-deleted\",\"n\":1,\"every\":2}");
        assertThat(List.of(count(), count(), count(), count(), count()))
                .containsExactly(23_521, 23_521, 23_520, 23_520, 23_519);
    }

    @Test
    void fieldMissing() throws Exception {
        layer.fault("{\"kind\":\"field-missing\",\"field\":\"DEN_AEG\"}");
        assertThat(layer.metadata().path("fields")).hasSize(18);
        JsonNode page = layer.query("objectIds", "1", "outFields", "*");
        assertThat(page.path("features").get(0).path("attributes").has("DEN_AEG"))
                .isFalse();
        assertThat(layer.query("objectIds", "1", "outFields", "DEN_AEG").has("error"))
                .isTrue();
    }

    @Test
    void fieldRetyped() throws Exception {
        layer.fault("{\"kind\":\"field-retyped\",\"field\":\"POT_MW\"}");
        assertThat(layer.metadata().path("fields").get(0).path("type").textValue())
                .isEqualTo("esriFieldTypeString");
        JsonNode page = layer.query("objectIds", "1", "outFields", "*");
        assertThat(page.path("features")
                        .get(0)
                        .path("attributes")
                        .path("POT_MW")
                        .isTextual())
                .isTrue();
    }

    @Test
    void fieldNew() throws Exception {
        layer.fault("{\"kind\":\"field-new\",\"field\":\"ALTITUDE\"}");
        assertThat(layer.metadata().path("fields").get(19).path("name").textValue())
                .isEqualTo("ALTITUDE");
        JsonNode page = layer.query("objectIds", "1", "outFields", "*");
        assertThat(page.path("features")
                        .get(0)
                        .path("attributes")
                        .path("ALTITUDE")
                        .textValue())
                .isEqualTo("novo");
    }

    @Test
    void wrongCountOnce() throws Exception {
        layer.fault("{\"kind\":\"wrong-count\",\"n\":4,\"count\":1}");
        assertThat(List.of(count(), count())).containsExactly(23_526, 23_522);
    }

    @Test
    void countIgnored() throws Exception {
        layer.fault("{\"kind\":\"count-ignored\"}");
        assertThat(LayerClient.json(layer.count()).path("features")).hasSize(1000);
    }

    @Test
    void idsWithGapsAreTheSameEverywhere() throws Exception {
        layer.fault("{\"kind\":\"ids-with-gaps\",\"n\":10}");
        List<Integer> ids = ids();
        assertThat(ids).hasSize(23_522).doesNotContain(11, 22).contains(12, 23);
        JsonNode page = layer.query("where", "OBJECTID<=30", "outFields", "OBJECTID");
        assertThat(LayerClient.ids(page)).hasSize(28).isEqualTo(ids.subList(0, 28));
    }

    @Test
    void idsIncompleteOrShuffled() throws Exception {
        List<Integer> right = ids();
        layer.fault("{\"kind\":\"ids-incomplete\",\"n\":6}");
        layer.fault("{\"kind\":\"ids-shuffled\"}");
        List<Integer> ids = ids();
        assertThat(ids).hasSize(23_516).doesNotHaveDuplicates();
        assertThat(ids).isNotEqualTo(ids.stream().sorted().toList());
        assertThat(new HashSet<>(right)).containsAll(ids);
        assertThat(count()).isEqualTo(23_522);
    }

    @Test
    void nullGeometryInThreeForms() throws Exception {
        for (String form : List.of("absent", "null", "nan")) {
            layer.reset();
            layer.fault("{\"kind\":\"null-geometry\",\"n\":2,\"form\":\"" + form + "\"}");
            JsonNode features =
                    layer.query("where", "OBJECTID<=3", "outFields", "*").path("features");
            JsonNode lost = features.get(1);
            assertThat(lost.has("geometry")).isEqualTo(!form.equals("absent"));
            assertThat(lost.path("geometry").path("x").isNumber()).isFalse();
            assertThat(features.get(2).path("geometry").path("x").isNumber()).isTrue();
        }
    }

    @Test
    void swappedCoordinates() throws Exception {
        JsonNode right = layer.query("objectIds", "1").path("features").get(0).path("geometry");
        layer.fault("{\"kind\":\"swapped-coordinates\"}");
        JsonNode swapped = layer.query("objectIds", "1").path("features").get(0).path("geometry");
        assertThat(swapped.path("x")).isEqualTo(right.path("y"));
        assertThat(swapped.path("y")).isEqualTo(right.path("x"));
    }

    @Test
    void everyKindIsDocumentedAndAccepted() throws Exception {
        JsonNode kinds = LayerClient.json(layer.get("/control/faults/kinds"));
        assertThat(kinds).hasSize(44);
        for (JsonNode kind : kinds) {
            assertThat(kind.path("meaning").textValue()).isNotEmpty();
            layer.fault("{\"kind\":\"" + kind.path("kind").textValue() + "\"}");
        }
        assertThat(LayerClient.json(layer.get("/control/faults"))).hasSize(44);
    }

    @Test
    void badFaultsAreRefused() throws Exception {
        for (String bad : List.of("{\"kind\":\"x\"}", "[1]", "nonsense", "", "{\"kind\":\"slow\",\"x\":1}")) {
            var answer = layer.post("/control/faults", "application/json", bad);
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
            assertThat(LayerClient.json(answer).path("error").textValue()).isNotEmpty();
        }
    }

    @Test
    void requestsAreCountedByKind() throws Exception {
        layer.count();
        layer.metadata();
        layer.query("where", "OBJECTID=1");
        layer.query("where", "OBJECTID=2");
        ids();
        JsonNode requests = LayerClient.json(layer.get("/control/requests"));
        assertThat(requests.path("total").intValue()).isEqualTo(5);
        assertThat(requests.path("page").intValue()).isEqualTo(2);
        assertThat(requests.path("last_user_agent").textValue()).startsWith("Java-http-client");
        assertThat(StreamSupport.stream(requests.spliterator(), false).count()).isEqualTo(9);
    }
}
