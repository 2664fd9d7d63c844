package dev.catavento.exporttableau;

import dev.catavento.exporttableau.telemetry.TelemetryExport;
import dev.catavento.exporttableau.windfleet.WindFleetExport;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskCommand;
import dev.catavento.task.TaskException;
import dev.catavento.task.TaskRequest;
import dev.catavento.task.TaskResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes published data as files for Tableau, QGIS, Excel and pandas. */
@Singleton
@Command(
        name = "export-tableau",
        header = "Writes a published day as files: CSV, Parquet, XLSX and Data Package.",
        description = {
            "The folder CATAVENTO_EXPORT_DIR/DATASET/DAY (telemetry/SOURCE/DAY) is complete or absent; the link 'latest'",
            "is switched last. Of wind_fleet it is always the newest published day that is exported, whatever --day",
            "says: a day that is skipped never hides one that is published and not exported. Of telemetry it is the",
            "given day of one source, once all its shards are loaded. rows.read and rows.written count turbines, of",
            "telemetry windows of turbines."
        })
public class ExportTableauCommand extends TaskCommand {
    @Option(
            names = "--dataset",
            required = true,
            paramLabel = "NAME",
            description = "What to export: ${COMPLETION-CANDIDATES}.")
    private Dataset dataset;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Which source of telemetry, by its name in sources.yaml.")
    private String source;

    private final WindFleetExport windFleet;
    private final TelemetryExport telemetry;

    @Inject
    ExportTableauCommand(WindFleetExport windFleet, TelemetryExport telemetry) {
        this.windFleet = windFleet;
        this.telemetry = telemetry;
    }

    @Override
    protected String dataset() {
        return dataset == null ? null : dataset.name();
    }

    @Override
    protected Map<String, Object> subject() {
        return source == null ? Map.of() : Map.of("source", source);
    }

    @Override
    protected TaskResult run(TaskRequest request) {
        return switch (dataset) {
            case wind_fleet -> {
                if (source != null) {
                    throw new TaskException(
                            ErrorKind.USAGE,
                            "--source is of --dataset telemetry only",
                            "leave it out, or export --dataset telemetry");
                }
                yield windFleet.export(request);
            }
            case telemetry -> {
                if (source == null || source.isBlank()) {
                    throw new TaskException(
                            ErrorKind.USAGE,
                            "--dataset telemetry needs --source",
                            "give the name of a source in sources.yaml");
                }
                yield telemetry.export(request, source);
            }
        };
    }

    @Override
    protected void rehearse() throws Exception {
        windFleet.rehearse();
        telemetry.rehearse();
    }
}
