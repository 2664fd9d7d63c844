package dev.catavento.downsampletelemetry;

import dev.catavento.domain.telemetry.Shard;
import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.source.telemetry.TelemetrySources;
import dev.catavento.store.raw.TelemetryStore;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskCommand;
import dev.catavento.task.TaskLock;
import dev.catavento.task.TaskRequest;
import dev.catavento.task.TaskResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lands a day of a telemetry source and its 10-minute statistics; ends with 99 when the source says the same as before. */
@Singleton
@Command(
        name = "downsample-telemetry",
        header = "Lands a day of a telemetry source and its 10-minute statistics in raw.",
        description = {
            "rows.read counts the samples that came for the day, rows.written the windows computed.",
            "A day is always asked for again; it is computed again when the source says something else, when its",
            "description or the rules have changed, and with --force. A day is the fixed day of UTC-03:00: 144 windows.",
            "With --replay the newest answers in raw are computed again where description or rules have changed; 65 where",
            "raw has none of them.",
            "Runs as a login in the role catavento_extract."
        })
public class DownsampleTelemetryCommand extends TaskCommand {
    static final String DATASET = "telemetry";

    @Spec
    private CommandSpec spec;

    @Option(names = "--source", required = true, paramLabel = "NAME", description = "Which source of sources.yaml.")
    private String source;

    @Option(
            names = "--replay",
            description = "Do not ask the source: compute what raw has of the day by today's rules and sources.yaml.")
    private boolean replay;

    private Shard shard = Shard.WHOLE;

    private final Settings settings;
    private final TelemetryStore store;
    private final TaskLock lock;
    private final String product;

    @Inject
    DownsampleTelemetryCommand(
            Settings settings,
            TelemetryStore store,
            TaskLock lock,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.settings = settings;
        this.store = store;
        this.lock = lock;
        this.product = "Catavento/" + version;
    }

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Only the turbines of this part of all, such as 2/8 (default: 1/1).")
    void shard(String text) {
        try {
            shard = Shard.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--shard: " + e.getMessage());
        }
    }

    @Override
    protected String dataset() {
        return DATASET;
    }

    @Override
    protected Map<String, Object> subject() {
        return Map.of("source", source, "shard", shard.toString());
    }

    @Override
    protected TaskResult run(TaskRequest request) throws InterruptedException {
        var chosen = TelemetrySources.from(settings).get(source);
        var day = new TelemetryDay(request.day());
        if (day.end().isAfter(Instant.now())) {
            return TaskResult.nothingNew(request.day() + " has not ended yet; a day is computed whole");
        }
        try (var held = lock.take("downsample " + source + " " + request.day() + " " + shard);
                var scratch = new Scratch()) {
            return new DayRun(settings, product, store, chosen, shard, day, request, replay, scratch.folder()).run();
        } catch (UncheckedIOException scratch) {
            throw Scratch.failure(scratch.getCause());
        }
    }

    @Override
    protected void rehearse() throws Exception {
        Rehearsal.play();
    }
}
