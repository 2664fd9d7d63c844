package dev.catavento.downsampletelemetry;

import dev.catavento.domain.telemetry.Shard;
import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.downsampletelemetry.landing.Bodies;
import dev.catavento.downsampletelemetry.landing.KeptBody;
import dev.catavento.downsampletelemetry.landing.LandedAnswers;
import dev.catavento.downsampletelemetry.landing.LandedBodies;
import dev.catavento.downsampletelemetry.samples.FileSamples;
import dev.catavento.downsampletelemetry.samples.HttpSamples;
import dev.catavento.downsampletelemetry.samples.SampleTable;
import dev.catavento.downsampletelemetry.samples.Stamps;
import dev.catavento.source.http.Answers;
import dev.catavento.source.http.HttpDefaults;
import dev.catavento.source.http.SourceHttp;
import dev.catavento.source.telemetry.DayFiles;
import dev.catavento.source.telemetry.Dialects;
import dev.catavento.source.telemetry.TelemetryHttp;
import dev.catavento.source.telemetry.TelemetrySource;
import dev.catavento.task.Retry;
import dev.catavento.task.Setting;
import dev.catavento.task.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Brings a source's day into the engine's {@code samples}, whatever the source is. */
final class DayReading {
    private final Settings settings;
    private final String product;
    private final TelemetrySource source;
    private final Shard shard;
    private final TelemetryDay day;
    private final Path scratch;
    private final Engine engine;
    private Map<String, Stamps> stamps = Map.of();
    private SortedSet<String> named = new TreeSet<>();

    DayReading(
            Settings settings,
            String product,
            TelemetrySource source,
            Shard shard,
            TelemetryDay day,
            Path scratch,
            Engine engine) {
        this.settings = settings;
        this.product = product;
        this.source = source;
        this.shard = shard;
        this.day = day;
        this.scratch = scratch;
        this.engine = engine;
    }

    /** The stamps as they were read, by turbine; none where the engine read them. */
    Map<String, Stamps> stamps() {
        return stamps;
    }

    /** The turbines that the source's description names, and a file of many days; those of this shard. */
    SortedSet<String> asked() {
        var names = new TreeSet<String>();
        Stream.concat(source.askedTurbines().stream(), named.stream())
                .filter(shard::holds)
                .forEach(names::add);
        return names;
    }

    /** Asks the source. */
    List<KeptBody> read() throws InterruptedException {
        int atOnce = settings.getInteger(Setting.TELEMETRY_PARALLEL, 1, 64);
        var timeout = Duration.ofSeconds(settings.getInteger(Setting.TELEMETRY_TIMEOUT_SECONDS, 1, 3600));
        var total = Duration.ofSeconds(settings.getInteger(Setting.TELEMETRY_TOTAL_SECONDS, 1, 86_400));
        var defaults = HttpDefaults.from(settings, product, atOnce, timeout);
        var retry = Retry.within(5, Duration.ofSeconds(1), Duration.ofSeconds(20), total);
        try (var http = TelemetryHttp.open(source, settings, defaults, retry)) {
            return Dialects.ofFiles(source.dialect()) ? fetchFile(http, retry) : ask(http, retry, atOnce);
        }
    }

    /** Takes what the source answered once; the source is not asked. */
    List<KeptBody> replay(LandedBodies landed) throws InterruptedException {
        if (!Dialects.ofFiles(source.dialect())) {
            return ask(
                    new LandedAnswers(landed.parts()), Retry.within(1, Duration.ZERO, Duration.ZERO, Duration.ZERO), 1);
        }
        var file = scratch.resolve("landed." + source.dialect());
        try (var body = LandedBodies.unpacked(landed.parts())) {
            Files.copy(body, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open(file, landed.parts().getFirst().url().toString());
        return landed.parts();
    }

    private List<KeptBody> ask(Answers http, Retry retry, int atOnce) throws InterruptedException {
        try (var table = new SampleTable(engine, source)) {
            var samples = new HttpSamples(source, day, http, retry, scratch, table);
            stamps = samples.stamps();
            return samples.read(List.copyOf(asked()), 2 * atOnce);
        }
    }

    private List<KeptBody> fetchFile(SourceHttp http, Retry retry) throws InterruptedException {
        var found = new DayFiles(http, retry, scratch).find(source, day.date());
        if (found.isEmpty()) {
            new SampleTable(engine, source).close();
            return List.of();
        }
        // a fetched file lies in the scratch folder and goes with it: the engine reads it until the end
        var file = found.get();
        var bodies = new Bodies(scratch, "file", source.landInput(), !"parquet".equals(source.dialect()));
        try {
            bodies.copy(URI.create(file.origin().replace(" ", "%20")), file.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        open(file.path(), file.origin());
        return bodies.all();
    }

    private void open(Path file, String origin) {
        var samples = new FileSamples(engine, source, origin);
        samples.open(file, day);
        stamps = samples.stamps();
        named = samples.turbines();
    }
}
