package dev.catavento.loadpostgis;

import dev.catavento.loadpostgis.windfleet.WindFleetLoad;
import dev.catavento.task.OneLine;
import dev.catavento.task.TaskCommand;
import dev.catavento.task.TaskRequest;
import dev.catavento.task.TaskResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
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
            "rows.read counts the source's rows, rows.written the turbines added or changed, rows.unchanged those left as",
            "they were, rows.quarantined the rows that cannot be placed or named."
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

    private final WindFleetLoad windFleet;

    @Inject
    LoadPostgisCommand(WindFleetLoad windFleet) {
        this.windFleet = windFleet;
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
    protected TaskResult run(TaskRequest request) {
        return switch (dataset) {
            case wind_fleet -> windFleet.load(request, overrideReason);
        };
    }

    @Override
    protected void rehearse() throws Exception {
        windFleet.rehearse();
    }
}
