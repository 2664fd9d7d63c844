package dev.catavento.loadpostgis;

import dev.catavento.domain.telemetry.Shard;
import dev.catavento.loadpostgis.telemetry.TelemetryLoad;
import dev.catavento.loadpostgis.windfleet.WindFleetLoad;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.OneLine;
import dev.catavento.task.TaskCommand;
import dev.catavento.task.TaskException;
import dev.catavento.task.TaskRequest;
import dev.catavento.task.TaskResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Publishes a landed day of a dataset; the only task that writes {@code core}. */
@Singleton
@Command(
        name = "load-postgis",
        header = "Publishes a landed day: stage, check, repair, quarantine, merge, in one transaction.",
        description = {
            "Of wind_fleet rows.read counts the source's rows, rows.written the turbines added or changed, rows.unchanged",
            "those left as they were, rows.quarantined the rows that cannot be placed or named. Of telemetry rows.read",
            "counts the landed rows of statistics, rows.written the windows of signals that were added, changed or",
            "withdrawn, rows.unchanged those left as they were. A day of telemetry that would lose more than 5 % of the",
            "samples it rests on is refused."
        })
public class LoadPostgisCommand extends TaskCommand {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--dataset",
            required = true,
            paramLabel = "NAME",
            description = "What to load: ${COMPLETION-CANDIDATES}.")
    private Dataset dataset;

    private String overrideReason;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Which source of telemetry, by its name in sources.yaml.")
    private String source;

    private Shard shard = Shard.WHOLE;

    private final WindFleetLoad windFleet;
    private final TelemetryLoad telemetry;

    @Inject
    LoadPostgisCommand(WindFleetLoad windFleet, TelemetryLoad telemetry) {
        this.windFleet = windFleet;
        this.telemetry = telemetry;
    }

    @Option(
            names = "--shard",
            paramLabel = "i/n",
            description = "Which part of the source's turbines, as it was downsampled (default: 1/1, all).")
    void shard(String text) {
        try {
            shard = Shard.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--shard: " + e.getMessage());
        }
    }

    @Option(
            names = "--override-gate",
            paramLabel = "REASON",
            description = "Publish though the gate refuses; the reason is kept with the release.")
    void overrideGate(String reason) {
        if (reason.isBlank()) {
            throw new ParameterException(
                    spec.commandLine(), "--override-gate needs a reason: it is kept with the release");
        }
        overrideReason = OneLine.of(reason);
    }

    @Override
    protected String dataset() {
        return dataset == null ? null : dataset.name();
    }

    @Override
    protected Map<String, Object> subject() {
        return source == null ? Map.of() : Map.of("source", source, "shard", shard.toString());
    }

    @Override
    protected TaskResult run(TaskRequest request) {
        return switch (dataset) {
            case wind_fleet -> {
                if (source != null || !shard.equals(Shard.WHOLE)) {
                    throw new TaskException(
                            ErrorKind.USAGE,
                            "--source and --shard are of --dataset telemetry only",
                            "leave them out, or load --dataset telemetry");
                }
                yield windFleet.load(request, overrideReason);
            }
            case telemetry -> {
                if (source == null || source.isBlank()) {
                    throw new TaskException(
                            ErrorKind.USAGE,
                            "--dataset telemetry needs --source",
                            "give the name of a source in sources.yaml");
                }
                yield telemetry.load(request, source, shard, overrideReason);
            }
        };
    }

    @Override
    protected void rehearse() throws Exception {
        windFleet.rehearse();
    }
}
