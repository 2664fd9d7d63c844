package dev.catavento.source.arcgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.catavento.source.CannedServer;
import dev.catavento.source.Connections;
import dev.catavento.source.http.SourceFailure;
import dev.catavento.testsupport.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real answers of five servers. */
class FixtureTest {
    private Path data;

    @BeforeEach
    void recordedData() {
        var folder = ProjectFiles.sharedData();
        assumeTrue(folder.isPresent(), "needs the recorded public data: set CATAVENTO_SHARED_DATA");
        data = folder.get();
    }

    @ParameterizedTest
    @CsvSource({
        "us-ca-carson/us-ca-carson-metadata.json, esriGeometryPoint, 19, OBJECTID, 1000, 2229",
        "us-ca-tuolumne/us-ca-tuolumne-metadata.json, esriGeometryPolygon, 28, SHAPE.fid, 1000, 2227",
        "us-fl-polk/us-fl-polk-metadata.json, esriGeometryPoint, 58, OBJECTID, 1000, 4326",
        "us-il-chicago/metadata.json, esriGeometryPolygon, 21, OBJECTID, 100000, 3857",
    })
    void descriptions(String file, String geometry, int fields, String idField, int most, int wkid) throws Exception {
        var layer = serving("arcgis/" + file).describe();
        assertThat(layer.geometryType()).isEqualTo(geometry);
        assertThat(layer.fields()).hasSize(fields);
        assertThat(layer.objectIdField()).hasValue(idField);
        assertThat(layer.maxRecordCount()).isEqualTo(most);
        assertThat(layer.reference().is(wkid)).isTrue();
        assertThat(layer.selfName()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "us-ca-carson/us-ca-carson-count-only.json, 30551",
        "us-ca-tuolumne/us-ca-tuolumne-count-only.json, 469",
        "us-fl-polk/us-fl-polk-count-only.json, 338142",
        "us-il-chicago/count-only.json, 0",
    })
    void counts(String file, long count) throws Exception {
        assertThat(serving("arcgis/" + file).count()).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({
        "us-ca-carson/us-ca-carson-ids-only.json, 100, OBJECTID, 70193",
        "us-ca-tuolumne/us-ca-tuolumne-ids-only.json, 15, , 410102100014",
        "us-fl-polk/us-fl-polk-ids-only.json, 10, , 3345100",
    })
    void ids(String file, int size, String field, long first) throws Exception {
        var ids = serving("arcgis/" + file).ids();
        assertThat(ids.size()).isEqualTo(size);
        assertThat(ids.field()).isEqualTo(Optional.ofNullable(field));
        assertThat(ids.repeated()).isZero();
        assertThat(ids.range(Long.MIN_VALUE, Long.MAX_VALUE).orElseThrow().first())
                .isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "arcgis/us-ca-tuolumne/us-ca-tuolumne-0.json, O_ID, 15, 0",
        "arcgis/us-fl-polk/us-fl-polk-0.json, OBJECTID, 10, 10",
        "sigel/sigel_page1_2024-07.esri.json, OBJECTID, 1000, 1000",
    })
    void pages(String file, String idField, int rows, int placed) throws Exception {
        var range = idsOf(data.resolve(file), idField);
        var taken = new ArrayList<Boolean>();
        var page = serving(file).page(range, idField, feature -> taken.add(feature.placed()));
        assertThat(taken).hasSize(rows);
        assertThat(taken.stream().filter(Boolean::booleanValue)).hasSize(placed);
        assertThat(page.body()).isEqualTo(Files.readAllBytes(data.resolve(file)));
    }

    @Test
    void aPageThatRepeatsARowIsNoticed() throws Exception {
        var file = "arcgis/us-ca-carson/us-ca-carson-0.json";
        var range = new ObjectIds(Optional.empty(), new long[] {1, 2, 3, 4, 5})
                .range(1, 5)
                .orElseThrow();
        assertThatThrownBy(() -> serving(file).page(range, "OBJECTID", feature -> {}))
                .isInstanceOf(SourceFailure.UnexpectedRows.class)
                .hasMessageContaining("1 repeated");
    }

    @Test
    void aStatisticIsNeitherCountNorIds() throws Exception {
        var layer = serving("arcgis/us-fl-polk/us-fl-polk-statistics.json");
        assertThatThrownBy(layer::count).isInstanceOf(SourceFailure.BrokenAnswer.class);
        assertThatThrownBy(layer::ids).isInstanceOf(SourceFailure.BrokenAnswer.class);
    }

    private ArcGisLayer serving(String file) throws IOException {
        return Connections.layer(CannedServer.always(200, Files.readString(data.resolve(file))));
    }

    private static IdRange idsOf(Path page, String idField) throws IOException {
        var features = new ObjectMapper().readTree(page.toFile()).get("features");
        var ids = StreamSupport.stream(features.spliterator(), false)
                .mapToLong(feature -> feature.get("attributes").get(idField).asLong())
                .toArray();
        return new ObjectIds(Optional.empty(), ids)
                .range(Long.MIN_VALUE, Long.MAX_VALUE)
                .orElseThrow();
    }
}
