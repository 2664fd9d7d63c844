package dev.catavento.exporttableau.windfleet;

import dev.catavento.domain.FleetRule;
import dev.catavento.exporttableau.csv.CsvFile;
import dev.catavento.exporttableau.datapackage.DataPackage;
import dev.catavento.exporttableau.datapackage.FileKind;
import dev.catavento.exporttableau.datapackage.Resource;
import dev.catavento.exporttableau.folder.Draft;
import dev.catavento.exporttableau.folder.FileDigest;
import dev.catavento.exporttableau.parquet.GeoParquetWriting;
import dev.catavento.exporttableau.table.GeoTurbineTable;
import dev.catavento.exporttableau.table.IssueTable;
import dev.catavento.exporttableau.table.PlantTable;
import dev.catavento.exporttableau.table.Table;
import dev.catavento.exporttableau.table.TurbineTable;
import dev.catavento.exporttableau.table.Words;
import dev.catavento.store.export.PublishedFleet;
import dev.catavento.store.export.PublishedRelease;
import dev.catavento.store.export.PublishedTurbine;
import dev.catavento.store.export.RowSink;
import dev.catavento.task.Progress;
import java.io.IOException;
import java.util.List;

/** Writes the files of one release into a draft, each row read once. */
final class FleetFiles {
    /**
     * Raised with every change of an exported byte, one that a new engine brings included; the rules' words are in the
     * files too.
     */
    static final String FORMAT_VERSION = "2+" + FleetRule.RULES_VERSION;

    private final PublishedFleet fleet;
    private final PublishedRelease release;
    private final FleetSummary summary;
    private final Draft draft;

    FleetFiles(PublishedFleet fleet, PublishedRelease release, Draft draft) {
        this.fleet = fleet;
        this.release = release;
        this.summary = new FleetSummary(release.day(), release.rulesVersion(), fleet.isDemo(), fleet.power());
        this.draft = draft;
    }

    /** Work that hands every row of a table to a sink. */
    private interface Rows<R> {
        void each(RowSink<R> sink) throws IOException;
    }

    FleetContents write(Draft scratch) throws IOException {
        long turbines;
        long plants;
        long issues;
        var parquet = draft.path(GeoTurbineTable.TABLE.file());
        try (var beside = GeoParquetWriting.start(fleet, scratch.path(""), parquet);
                var book = new FleetWorkbook(scratch, summary)) {
            turbines = table(TurbineTable.TABLE, book.turbines(), this::eachTurbine);
            plants = table(PlantTable.TABLE, book.plants(), fleet::eachPlant);
            issues = table(
                    IssueTable.TABLE, book.issues(), sink -> fleet.eachIssue(WindFleetExport.DATASET, release, sink));
            book.finish(draft);
            beside.finish();
        }
        var resources = List.of(
                resource(TurbineTable.TABLE, FileKind.CSV, turbines),
                resource(GeoTurbineTable.TABLE, FileKind.PARQUET, turbines),
                resource(PlantTable.TABLE, FileKind.CSV, plants),
                resource(IssueTable.TABLE, FileKind.CSV, issues),
                workbook());
        try (var json = draft.create(DataPackage.FILE)) {
            new DataPackage(summary, FORMAT_VERSION, resources).write(json);
        }
        var dataPackage = FileDigest.of(draft.path(DataPackage.FILE));
        return new FleetContents(summary.power(), turbines, plants, issues, bytes(resources, dataPackage), dataPackage);
    }

    private void eachTurbine(RowSink<PublishedTurbine> sink) throws IOException {
        var progress = new Progress("export", "turbines", summary.power().turbineCount());
        fleet.eachTurbine(turbine -> {
            sink.accept(turbine);
            progress.add(1);
        });
    }

    private <R> long table(Table<R> table, TableSheet<R> sheet, Rows<R> rows) throws IOException {
        try (sheet;
                var csv = new CsvFile<R>(draft.create(table.file()), table.columns())) {
            rows.each(row -> {
                csv.accept(row);
                sheet.accept(row);
            });
            return csv.rows();
        }
    }

    private Resource resource(Table<?> table, FileKind kind, long rows) throws IOException {
        return Resource.of(table, kind, rows, FileDigest.of(draft.path(table.file())));
    }

    private Resource workbook() throws IOException {
        return new Resource(
                "catavento",
                FleetWorkbook.FILE,
                FileKind.XLSX,
                new Words("Planilha", "Workbook"),
                new Words(
                        "Frota, usinas, ocorrências e dicionário para leitura por pessoas.",
                        "Fleet, plants, issues and dictionary for people."),
                null,
                FileDigest.of(draft.path(FleetWorkbook.FILE)),
                List.of(),
                List.of());
    }

    private static long bytes(List<Resource> resources, FileDigest dataPackage) {
        return resources.stream().mapToLong(file -> file.digest().bytes()).sum() + dataPackage.bytes();
    }
}
