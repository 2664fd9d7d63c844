package dev.catavento.source;

import dev.catavento.source.arcgis.ArcGisLayer;
import dev.catavento.source.arcgis.LayerAddress;
import dev.catavento.source.http.HttpDefaults;
import dev.catavento.source.http.SourceHttp;
import dev.catavento.task.Retry;
import java.time.Duration;
import java.util.Optional;

/** Connections as tests need them: impatient. */
public final class Connections {
    private Connections() {}

    public static HttpDefaults defaults() {
        return new HttpDefaults("Test/1", Optional.empty(), Optional.empty(), 4, Duration.ofSeconds(1));
    }

    public static SourceHttp http() {
        return http(Duration.ofSeconds(20));
    }

    /** One that gives a busy machine its time: for tests that are not about time. */
    public static SourceHttp patient() {
        var defaults = new HttpDefaults("Test/1", Optional.empty(), Optional.empty(), 4, Duration.ofSeconds(30));
        return new SourceHttp(
                defaults, false, System.nanoTime() + Duration.ofSeconds(60).toNanos());
    }

    /** One that waits for no pause that ends later than this. */
    public static SourceHttp http(Duration total) {
        return new SourceHttp(defaults(), false, System.nanoTime() + total.toNanos());
    }

    public static ArcGisLayer layer(CannedServer server) {
        return new ArcGisLayer(new LayerAddress(server.url(), Optional.empty()), http());
    }

    public static Retry retry() {
        return Retry.within(3, Duration.ofMillis(2), Duration.ofMillis(4), Duration.ofSeconds(20));
    }
}
