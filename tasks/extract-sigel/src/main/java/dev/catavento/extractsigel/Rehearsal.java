package dev.catavento.extractsigel;

import dev.catavento.source.RequestPool;
import dev.catavento.source.arcgis.ArcGisLayer;
import dev.catavento.source.arcgis.LayerAddress;
import dev.catavento.source.arcgis.LayerPage;
import dev.catavento.source.arcgis.PatientLayer;
import dev.catavento.source.http.HttpDefaults;
import dev.catavento.source.http.RehearsalServer;
import dev.catavento.source.http.SourceHttp;
import dev.catavento.task.Retry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a layer of two rows that it serves itself: what a run does before it needs a store. */
final class Rehearsal {
    private static final String DESCRIPTION =
            "{\"geometryType\":\"esriGeometryPoint\",\"fields\":[{\"name\":\"OBJECTID\",\"type\":\"esriFieldTypeOID\"}]}";
    private static final String PAGE = "{\"spatialReference\":{\"wkid\":4674},\"features\":["
            + "{\"attributes\":{\"OBJECTID\":1,\"POT_MW\":2.1,\"UF\":null},\"geometry\":{\"x\":-42.6,\"y\":-14.4}},"
            + "{\"attributes\":{\"OBJECTID\":2,\"POT_MW\":2,\"UF\":\"BA\"},\"geometry\":{\"x\":-42.6,\"y\":-14.5}}]}";

    private Rehearsal() {}

    static void play() throws Exception {
        var defaults = new HttpDefaults("Catavento", Optional.empty(), Optional.empty(), 4, Duration.ofSeconds(10));
        var retry = Retry.within(1, Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofSeconds(1));
        try (var server = new RehearsalServer(Rehearsal::body);
                var http = new SourceHttp(defaults, false, retry.deadlineNanos());
                var pool = new RequestPool(4)) {
            var address = new LayerAddress(URI.create(server.address() + "/0"), Optional.empty());
            var layer = new PatientLayer(new ArcGisLayer(address, http), retry);
            var description = pool.start(layer::describe);
            var survey = new Surveyor(layer, pool).survey();
            SigelContract.compare(pool.await(description).fields(), "OBJECTID");
            readPage(layer, survey, pool);
            new SourceHttp(defaults, true, retry.deadlineNanos()).close();
        }
    }

    private static void readPage(PatientLayer layer, Survey survey, RequestPool pool) throws InterruptedException {
        var whole = survey.ids().range(Long.MIN_VALUE, Long.MAX_VALUE).orElseThrow();
        var ranges = layer.ranges("OBJECTID");
        var pages = new ArrayList<LayerPage<PageRows>>();
        pool.all(List.of(() -> ranges.read(whole, () -> new PageRows("OBJECTID"), pages::add)));
        var rows = new FleetRows();
        pages.forEach(page -> rows.add(page.range(), page.rows()));
        Gzip.unpack(Gzip.pack(pages.getFirst().body()));
        FleetPrint.read(rows.print().gzip()).sameAs(rows.print());
    }

    private static String body(String request) {
        if (!request.contains("/query")) {
            return DESCRIPTION;
        }
        if (request.contains("returnCountOnly")) {
            return "{\"count\":2}";
        }
        return request.contains("returnIdsOnly") ? "{\"objectIds\":[1,2]}" : PAGE;
    }
}
