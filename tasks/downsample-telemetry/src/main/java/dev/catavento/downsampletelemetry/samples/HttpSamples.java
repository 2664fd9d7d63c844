package dev.catavento.downsampletelemetry.samples;

import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.downsampletelemetry.landing.Bodies;
import dev.catavento.downsampletelemetry.landing.KeptBody;
import dev.catavento.source.RequestPool;
import dev.catavento.source.http.Answers;
import dev.catavento.source.telemetry.BodySink;
import dev.catavento.source.telemetry.Dialects;
import dev.catavento.source.telemetry.PatientDialect;
import dev.catavento.source.telemetry.SampleRequest;
import dev.catavento.source.telemetry.SampleSink;
import dev.catavento.source.telemetry.TelemetrySource;
import dev.catavento.task.Progress;
import dev.catavento.task.Retry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks a source over HTTP for a day, turbine by turbine, several at once; what fails for a while is asked again. */
public final class HttpSamples {
    private final TelemetrySource source;
    private final TelemetryDay day;
    private final Answers http;
    private final Retry retry;
    private final Path scratch;
    private final SampleTable table;
    private final Map<String, Stamps> stamps = new ConcurrentHashMap<>();
    private final Map<String, Bodies> bodies = new ConcurrentHashMap<>();

    public HttpSamples(
            TelemetrySource source, TelemetryDay day, Answers http, Retry retry, Path scratch, SampleTable table) {
        this.source = source;
        this.day = day;
        this.http = http;
        this.retry = retry;
        this.scratch = scratch;
        this.table = table;
    }

    /** The stamps as they were read, by turbine. */
    public Map<String, Stamps> stamps() {
        return stamps;
    }

    /** @return all that was answered, in the order of the turbines */
    public List<KeptBody> read(List<String> turbines, int atOnce) throws InterruptedException {
        var progress = new Progress("fetching", "turbines", turbines.size());
        try (var pool = new RequestPool(atOnce)) {
            var questions = new ArrayList<RequestPool.Question>();
            var dialect = new PatientDialect(Dialects.of(source), retry);
            var bounds = DayBounds.of(day, source);
            for (int i = 0; i < turbines.size(); i++) {
                var turbine = turbines.get(i);
                var kept = new Bodies(scratch, "body-" + i, source.landInput(), true);
                bodies.put(turbine, kept);
                questions.add(() -> {
                    var request = new SampleRequest(source, turbine, bounds.from(), bounds.toExclusive(), http);
                    stamps.put(turbine, dialect.read(request, new Attempts(kept)::next).stamps);
                    progress.add(1);
                });
            }
            pool.all(questions);
        }
        var all = new ArrayList<KeptBody>();
        turbines.forEach(turbine -> all.addAll(bodies.get(turbine).all()));
        return all;
    }

    /** Of all attempts at one turbine only the last counts. */
    private final class Attempts {
        private final Bodies kept;
        private Attempt last;

        Attempts(Bodies kept) {
            this.kept = kept;
        }

        Attempt next() {
            if (last != null) {
                table.takeBack(last.number);
                kept.clear();
            }
            last = new Attempt(kept);
            return last;
        }
    }

    private final class Attempt implements PatientDialect.Attempt {
        private final int number = table.begin();
        private final Stamps stamps = new Stamps(source, day);
        private final Bodies kept;

        Attempt(Bodies kept) {
            this.kept = kept;
        }

        @Override
        public BodySink bodies() {
            return kept;
        }

        @Override
        public SampleSink samples() {
            return (turbine, stamp, values) -> table.add(number, turbine, stamps.toMicros(stamp), values);
        }
    }
}
