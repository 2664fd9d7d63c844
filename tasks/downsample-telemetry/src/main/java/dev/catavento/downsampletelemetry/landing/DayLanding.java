package dev.catavento.downsampletelemetry.landing;

import dev.catavento.downsampletelemetry.windows.Blob;
import dev.catavento.store.raw.NewTelemetryDay;
import dev.catavento.store.raw.TelemetryLanding;
import dev.catavento.store.raw.TelemetryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/** What came and what was computed, on its way into {@code raw}: in one transaction, all of it or nothing. */
public final class DayLanding {
    private final List<KeptBody> bodies;
    private final List<Blob> blobs;
    private final List<byte[]> hashes;

    public DayLanding(List<KeptBody> bodies, List<Blob> blobs) {
        this.bodies = bodies;
        this.blobs = blobs;
        this.hashes = blobs.parallelStream().map(DayLanding::hash).toList();
    }

    /**
     * @param day the day's own row, given the hash of all statistics in order
     * @return the number it got
     */
    public long land(TelemetryStore store, Function<byte[], NewTelemetryDay> day) {
        var digest = Sha256.start();
        hashes.forEach(digest::update);
        var row = day.apply(digest.digest());
        return store.land(landing -> {
            bodies.stream()
                    .filter(body -> body.gzip() != null)
                    .forEach(body -> landing.addPage(body.sha256(), body.bytes(), body.gzip()));
            long id = landing.addDay(row);
            addInputs(landing, id);
            for (int i = 0; i < blobs.size(); i++) {
                var blob = blobs.get(i);
                landing.addStatistics(
                        id, i, blob.firstTurbine(), blob.lastTurbine(), blob.rows(), hashes.get(i), blob.file());
            }
            return id;
        });
    }

    private static byte[] hash(Blob blob) {
        try {
            return Sha256.of(blob.file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addInputs(TelemetryLanding landing, long id) {
        int ordinal = 0;
        for (var body : bodies) {
            if (body.gzip() != null) {
                landing.addInput(id, ordinal++, body.url().toString(), body.sha256());
            }
        }
    }
}
