package dev.catavento.exporttableau;

import dev.catavento.exporttableau.windfleet.WindFleetExport;
import dev.catavento.task.TaskCommand;
import dev.catavento.task.TaskRequest;
import dev.catavento.task.TaskResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the newest published day of a dataset as files for Tableau, QGIS, Excel and pandas. */
@Singleton
@Command(
        name = "export-tableau",
        header = "Writes the newest published day as CSV, GeoParquet, XLSX and Data Package.",
        description = {
            "The folder CATAVENTO_EXPORT_DIR/DATASET/DAY is complete or absent; the link 'latest' is switched last.",
            "It is always the newest published day that is exported, whatever --day says: a day that is skipped",
            "never hides one that is published and not exported. rows.read and rows.written count turbines."
        })
public class ExportTableauCommand extends TaskCommand {
    @Option(
            names = "--dataset",
            required = true,
            paramLabel = "NAME",
            description = "What to export: ${COMPLETION-CANDIDATES}.")
    private Dataset dataset;

    private final WindFleetExport windFleet;

    @Inject
    ExportTableauCommand(WindFleetExport windFleet) {
        this.windFleet = windFleet;
    }

    @Override
    protected String dataset() {
        return dataset == null ? null : dataset.name();
    }

    @Override
    protected TaskResult run(TaskRequest request) {
        return switch (dataset) {
            case wind_fleet -> windFleet.export(request);
        };
    }

    @Override
    protected void rehearse() throws Exception {
        windFleet.rehearse();
    }
}
