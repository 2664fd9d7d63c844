package dev.catavento.extractsigel;

import dev.catavento.source.arcgis.ArcGisLayer;
import dev.catavento.source.arcgis.PatientLayer;
import dev.catavento.source.http.HttpDefaults;
import dev.catavento.source.http.SourceFailure;
import dev.catavento.source.http.SourceHttp;
import dev.catavento.store.raw.RawSession;
import dev.catavento.store.raw.RawStore;
import dev.catavento.task.BrasiliaTime;
import dev.catavento.task.Retry;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskCommand;
import dev.catavento.task.TaskException;
import dev.catavento.task.TaskLock;
import dev.catavento.task.TaskRequest;
import dev.catavento.task.TaskResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import picocli.CommandLine.Command;

/** Lands the whole turbine layer for a day, proven complete; ends with 99 when the day has been captured. */
@Singleton
@Command(
        name = "extract-sigel",
        header = "Lands ANEEL's turbine layer in raw, proven complete.",
        description = {
            "rows.read counts the ids received, rows.written the rows stored, rows.unchanged the rows that an earlier "
                    + "snapshot confirmed.",
            "--force fetches a captured day again. Runs as a login in the role catavento_extract."
        })
public class ExtractSigelCommand extends TaskCommand {
    private static final String DATASET = "wind_fleet";
    private static final Duration REUSABLE = Duration.ofHours(6);

    private final Settings settings;
    private final RawStore store;
    private final TaskLock lock;
    private final String product;

    @Inject
    ExtractSigelCommand(
            Settings settings,
            RawStore store,
            TaskLock lock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.settings = settings;
        this.store = store;
        this.lock = lock;
        this.product = "Catavento/" + version;
    }

    @Override
    protected String dataset() {
        return DATASET;
    }

    @Override
    protected void rehearse() throws Exception {
        Rehearsal.play();
    }

    @Override
    protected TaskResult run(TaskRequest request) throws InterruptedException {
        var sigel = SigelSettings.from(settings);
        var defaults = HttpDefaults.from(settings, product, sigel.parallel(), sigel.timeout());
        var rule = new DayRule(BrasiliaTime.today(), sigel.archive());
        try (var raw = store.open(DATASET)) {
            var nothing = nothingToDo(raw, request, rule);
            if (nothing.isPresent()) {
                return TaskResult.nothingNew(nothing.get());
            }
            try (var held = lock.take("extract " + DATASET)) {
                var meanwhile = nothingToDo(raw, request, rule);
                if (meanwhile.isPresent()) {
                    return TaskResult.nothingNew(meanwhile.get());
                }
                return capture(raw, request, sigel, rule, defaults);
            }
        }
    }

    private static Optional<String> nothingToDo(RawSession raw, TaskRequest request, DayRule rule) {
        return raw.findCapture(request.day())
                .filter(done -> !done.provisional() && !request.force())
                .map(done -> request.day() + " was captured at " + done.capturedAt() + " already")
                .or(() -> rule.refusal(request.day()));
    }

    private TaskResult capture(
            RawSession raw, TaskRequest request, SigelSettings sigel, DayRule rule, HttpDefaults defaults)
            throws InterruptedException {
        var retry = Retry.within(5, Duration.ofSeconds(1), Duration.ofSeconds(20), sigel.total());
        try (var http = new SourceHttp(defaults, sigel.tls(), retry.deadlineNanos())) {
            var layer = new PatientLayer(new ArcGisLayer(sigel.address(request.day()), http), retry);
            return capture(raw, request, sigel, rule, layer, new Tally(http));
        }
    }

    private TaskResult capture(
            RawSession raw, TaskRequest request, SigelSettings sigel, DayRule rule, PatientLayer layer, Tally tally)
            throws InterruptedException {
        try {
            forget(raw, request, rule);
            var reading = new FleetReader(layer, 2 * sigel.parallel(), raw, request.day(), tally)
                    .read(new LayerAdmission(raw, sigel, settings, tally));
            var facts = new FleetCapture(raw, request, rule.provisional(request.day()), tally)
                    .record(reading, sigel.address(request.day()).toString());
            return TaskResult.completed(facts);
        } catch (SourceFailure.Rejected refused) {
            if (sigel.archive() && !tally.admitted() && NoSuchDay.saidBy(layer, request.day())) {
                return TaskResult.nothingNew("the archive cannot give " + request.day() + ": " + refused.getMessage());
            }
            throw SourceFaults.asTaskException(refused).with(tally.unfinished());
        } catch (SourceFailure failure) {
            throw SourceFaults.asTaskException(failure).with(tally.unfinished());
        } catch (TaskException failure) {
            throw failure.with(tally.unfinished());
        }
    }

    private static void forget(RawSession raw, TaskRequest request, DayRule rule) {
        raw.forgetLandedBefore(REUSABLE);
        raw.forgetLandedBefore(request.day(), rule.takesUpSince(request.day()));
        if (request.force()) {
            raw.forgetLanded(request.day());
        }
    }
}
