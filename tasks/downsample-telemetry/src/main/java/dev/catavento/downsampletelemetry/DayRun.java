package dev.catavento.downsampletelemetry;

import dev.catavento.domain.telemetry.Shard;
import dev.catavento.domain.telemetry.SignalSpec;
import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.domain.telemetry.TelemetryRule;
import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.downsampletelemetry.landing.DayLanding;
import dev.catavento.downsampletelemetry.landing.KeptBody;
import dev.catavento.downsampletelemetry.landing.LandedBodies;
import dev.catavento.downsampletelemetry.landing.Sha256;
import dev.catavento.downsampletelemetry.samples.SampleCensus;
import dev.catavento.downsampletelemetry.windows.Blob;
import dev.catavento.downsampletelemetry.windows.Computation;
import dev.catavento.downsampletelemetry.windows.Found;
import dev.catavento.source.http.SourceFailure;
import dev.catavento.source.telemetry.SourceKind;
import dev.catavento.source.telemetry.Statistic;
import dev.catavento.source.telemetry.TelemetryFaults;
import dev.catavento.source.telemetry.TelemetrySource;
import dev.catavento.store.raw.LandedInput;
import dev.catavento.store.raw.LandedTelemetry;
import dev.catavento.store.raw.NewTelemetryDay;
import dev.catavento.store.raw.TelemetryStore;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.RowCounts;
import dev.catavento.task.RunFacts;
import dev.catavento.task.RunReportJson;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskException;
import dev.catavento.task.TaskRequest;
import dev.catavento.task.TaskResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** One source, day and shard: read, compare with what was landed, compute, land. */
final class DayRun {
    private static final Logger LOG = Logger.getLogger(DayRun.class);

    private final Settings settings;
    private final String product;
    private final TelemetryStore store;
    private final TelemetrySource source;
    private final Shard shard;
    private final TelemetryDay day;
    private final TaskRequest request;
    private final boolean replay;
    private final Path scratch;

    DayRun(
            Settings settings,
            String product,
            TelemetryStore store,
            TelemetrySource source,
            Shard shard,
            TelemetryDay day,
            TaskRequest request,
            boolean replay,
            Path scratch) {
        this.settings = settings;
        this.product = product;
        this.store = store;
        this.source = source;
        this.shard = shard;
        this.day = day;
        this.request = request;
        this.replay = replay;
        this.scratch = scratch;
    }

    TaskResult run() throws InterruptedException {
        try (var engine = new Engine(scratch)) {
            var reading = new DayReading(settings, product, source, shard, day, scratch, engine);
            var fleet = new MappedTurbines(source, store.ratedPowers());
            var described = Sha256.of(source + " " + fleet.ratedPowers());
            var before = store.findNewest(source.name(), request.day(), shard.index(), shard.count());
            if (replay
                    && !request.force()
                    && before.filter(one -> sameRules(one, described)).isPresent()) {
                return TaskResult.nothingNew("source " + source.name() + ": " + request.day()
                        + " rests on the same rules and settings already");
            }
            var landed = replay ? landed() : null;
            var bodies = replay ? reading.replay(new LandedBodies(store, landed, scratch)) : reading.read();
            var captured = replay ? landed.capturedAt() : Instant.now();
            var input = hash(bodies);
            if (!replay
                    && !request.force()
                    && before.filter(one -> same(one, input, described)).isPresent()) {
                return TaskResult.nothingNew("source " + source.name() + " says the same of " + request.day()
                        + " as at " + before.get().capturedAt());
            }
            var census = new SampleCensus(engine, day, source, reading.asked(), shard::holds);
            var computation = new Computation(engine, day, source.cadence().toSeconds(), specs(source), given(source));
            var blobs = new ArrayList<Blob>();
            computation.run(fleet.turbines(census.turbines()), scratch, blobs::add);
            var issues = new FoundIssues(census, reading.stamps(), computation.found());
            issues.addUnmapped(census.turbines(), fleet, store);
            long id = new DayLanding(bodies, blobs)
                    .land(store, hash -> row(captured, input, described, hash, census, fleet, computation, issues));
            return TaskResult.completed(facts(id, census, computation.found(), issues, blobs.size()));
        } catch (SourceFailure failure) {
            throw TelemetryFaults.asTaskException(failure);
        }
    }

    private LandedInput landed() {
        return store.findInput(source.name(), request.day(), shard.index(), shard.count())
                .orElseThrow(() -> new TaskException(
                        ErrorKind.INPUT_MISSING,
                        "raw holds no input of source " + source.name() + " of " + request.day() + ", shard " + shard
                                + ", to replay",
                        "it was not landed (by this division into shards, or with land_input: false) or is past its time;"
                                + " run without --replay, so that the source is asked"));
    }

    private static boolean same(LandedTelemetry one, byte[] input, byte[] described) {
        return Arrays.equals(one.inputSha256(), input) && sameRules(one, described);
    }

    private static boolean sameRules(LandedTelemetry one, byte[] described) {
        return Arrays.equals(one.settingsSha256(), described)
                && one.rulesVersion().equals(TelemetryRule.RULES_VERSION);
    }

    private static byte[] hash(List<KeptBody> bodies) {
        var digest = Sha256.start();
        bodies.forEach(body -> digest.update(body.sha256()));
        return digest.digest();
    }

    private NewTelemetryDay row(
            Instant captured,
            byte[] input,
            byte[] described,
            byte[] statistics,
            SampleCensus census,
            MappedTurbines fleet,
            Computation computation,
            FoundIssues issues) {
        var found = computation.found();
        return new NewTelemetryDay(
                source.name(),
                request.day(),
                shard.index(),
                shard.count(),
                captured,
                request.runId(),
                source.kind().word(),
                (int) source.cadence().toSeconds(),
                source.zone().getId(),
                input,
                statistics,
                described,
                TelemetryRule.RULES_VERSION,
                found.samples(),
                found.values(),
                found.windows(),
                RunReportJson.object(byRule(issues)),
                census.turbines().stream().map(name -> turbine(name, fleet)).toList(),
                source.signals().stream()
                        .map(signal -> new NewTelemetryDay.Signal(
                                signal.signal(), signal.storedUnit(), signal.tag(), signal.circular()))
                        .toList(),
                issues.all());
    }

    private static NewTelemetryDay.Turbine turbine(String name, MappedTurbines fleet) {
        double rated = fleet.ratedPowerKw(name);
        return new NewTelemetryDay.Turbine(
                name, fleet.turbineId(name).orElse(null), Double.isNaN(rated) ? null : rated);
    }

    private static SortedMap<String, Long> byRule(FoundIssues issues) {
        var counts = new TreeMap<String, Long>();
        issues.all().forEach(issue -> counts.merge(issue.rule(), issue.samples(), Long::sum));
        return counts;
    }

    private RunFacts facts(long id, SampleCensus census, Found found, FoundIssues issues, int blobs) {
        int turbines = census.turbines().size();
        var outputs = new TreeMap<String, Object>();
        outputs.put("telemetry_day_id", id);
        outputs.put("turbines", turbines);
        outputs.put("silent_turbines", found.silentTurbines());
        outputs.put("n_valid", found.values());
        outputs.put(
                "n_expected",
                turbines * source.signals().size() * 86_400L / source.cadence().toSeconds());
        outputs.put("blobs", blobs);
        LOG.infof(
                "%s, %s, shard %s: %,d samples of %,d turbines (%,d silent), %,d windows, %,d values used",
                source.name(),
                request.day(),
                shard,
                found.samples(),
                turbines,
                found.silentTurbines(),
                found.windows(),
                found.values());
        if (found.samples() == 0) {
            LOG.warnf("the source has no sample of %s: an empty day", request.day());
        }
        return new RunFacts(new RowCounts(found.samples(), found.windows(), 0, 0), byRule(issues), outputs);
    }

    private static List<Set<Statistic>> given(TelemetrySource source) {
        return source.kind() == SourceKind.STATISTICS
                ? source.signals().stream()
                        .map(signal -> signal.columns().keySet())
                        .toList()
                : List.of();
    }

    static List<SignalSpec> specs(TelemetrySource source) {
        return source.signals().stream()
                .map(signal -> new SignalSpec(
                        signal.signal(),
                        signal.circular(),
                        signal.min().orElse(Double.NEGATIVE_INFINITY),
                        signal.max().orElse(Double.POSITIVE_INFINITY),
                        signal.stuckAfter().toSeconds()))
                .toList();
    }
}
