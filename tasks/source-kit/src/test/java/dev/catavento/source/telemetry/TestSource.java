package dev.catavento.source.telemetry;

import dev.catavento.source.CannedServer;
import dev.catavento.source.Connections;
import dev.catavento.source.http.SourceHttp;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A source of two signals, and what came from it. */
final class TestSource implements PatientDialect.Attempt {
    static final Instant FROM = Instant.parse("2026-05-01T03:00:00Z");
    static final Instant TO = Instant.parse("2026-05-02T03:00:00Z");

    private static final SourceHttp HTTP = Connections.patient();

    private final List<String> rows = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final List<URI> urls = new ArrayList<>();

    static TelemetrySource of(String address, String dialect, Optional<String> turbineParameter) {
        return new TelemetrySource(
                "test",
                SourceKind.SAMPLES,
                dialect,
                address,
                Optional.empty(),
                ZoneId.of("-03:00"),
                StampMeaning.START,
                Duration.ofMinutes(1),
                OptionalDouble.empty(),
                true,
                "timestamp",
                Optional.empty(),
                turbineParameter,
                turbineParameter.isPresent() ? Optional.empty() : Optional.of("T 1"),
                OptionalDouble.empty(),
                new TreeMap<>(),
                KnownSignal.usual().subList(0, 2));
    }

    static SampleRequest request(CannedServer server, String dialect, Optional<String> turbineParameter) {
        var source = of(server.base(), dialect, turbineParameter);
        return new SampleRequest(source, "T 1", FROM, TO, HTTP);
    }

    /** What a server that always answers this is understood to say. */
    static TestSource read(String dialect, int status, String answer) throws InterruptedException {
        try (var server = CannedServer.always(status, answer)) {
            return read(request(server, dialect, Optional.empty()));
        }
    }

    static TestSource read(SampleRequest request) throws InterruptedException {
        var got = new TestSource();
        Dialects.of(request.source()).read(request, got.bodies(), got.samples());
        return got;
    }

    /** Each as {@code turbine stamp [values]}. */
    List<String> rows() {
        return rows;
    }

    String body() {
        return body.toString();
    }

    List<URI> urls() {
        return urls;
    }

    @Override
    public BodySink bodies() {
        return url -> {
            urls.add(url);
            return body;
        };
    }

    @Override
    public SampleSink samples() {
        return (turbine, stamp, values) -> rows.add(turbine + " " + stamp + " " + Arrays.toString(values));
    }
}
