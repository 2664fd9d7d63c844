package dev.catavento.systemtests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.catavento.domain.Position;
import dev.catavento.testsupport.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where turbines stand, plant by plant: as the source says when it is asked plainly, and as a store publishes it. */
record SourceContent(Map<Integer, List<Position>> byPlant) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double SAME_PLACE_M = 1;

    static SourceContent of(String layerUrl) {
        var byPlant = new HashMap<Integer, List<Position>>();
        for (int offset = 0; ; offset += 1000) {
            var page =
                    get(layerUrl + "/query?where=1%3D1&outFields=*&orderByFields=OBJECTID&f=json&resultRecordCount=1000"
                            + "&resultOffset=" + offset);
            for (var feature : page.get("features")) {
                var place = new Position(
                        feature.at("/geometry/x").asDouble(),
                        feature.at("/geometry/y").asDouble());
                byPlant.computeIfAbsent(feature.at("/attributes/EOL_VERSAO_ID").asInt(), plant -> new ArrayList<>())
                        .add(place);
            }
            if (!page.path("exceededTransferLimit").asBoolean()) {
                return new SourceContent(byPlant);
            }
        }
    }

    static SourceContent of(TestStore store) {
        var byPlant = new HashMap<Integer, List<Position>>();
        for (var row :
                store.rows("SELECT coalesce(plant_id_sigel, 0) AS plant, longitude, latitude FROM out.wind_turbine")) {
            byPlant.computeIfAbsent(Integer.valueOf(row.get("plant")), plant -> new ArrayList<>())
                    .add(new Position(
                            Double.parseDouble(row.get("longitude")), Double.parseDouble(row.get("latitude"))));
        }
        return new SourceContent(byPlant);
    }

    /** Places here that have nothing within a metre in the other's same plant. */
    List<String> missingIn(SourceContent other) {
        var missing = new ArrayList<String>();
        byPlant.forEach((plant, places) -> places.stream()
                .filter(place -> other.byPlant.getOrDefault(plant, List.of()).stream()
                        .noneMatch(there -> there.distanceM(place) <= SAME_PLACE_M))
                .forEach(place -> missing.add(plant + " " + place)));
        return missing;
    }

    private static JsonNode get(String url) {
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofInputStream());
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
