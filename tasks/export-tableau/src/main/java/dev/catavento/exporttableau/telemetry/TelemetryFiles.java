package dev.catavento.exporttableau.telemetry;

import dev.catavento.domain.telemetry.SignalDay;
import dev.catavento.domain.telemetry.TelemetryRule;
import dev.catavento.exporttableau.csv.CsvFile;
import dev.catavento.exporttableau.datapackage.DataPackage;
import dev.catavento.exporttableau.datapackage.FileKind;
import dev.catavento.exporttableau.datapackage.Resource;
import dev.catavento.exporttableau.folder.Draft;
import dev.catavento.exporttableau.folder.FileDigest;
import dev.catavento.exporttableau.parquet.ParquetFile;
import dev.catavento.exporttableau.table.Table;
import dev.catavento.exporttableau.table.TelemetryTable;
import dev.catavento.exporttableau.table.TelemetryWindow;
import dev.catavento.store.export.PublishedRelease;
import dev.catavento.store.telemetry.PublishedTelemetry;
import dev.catavento.store.telemetry.TelemetrySignal;
import dev.catavento.store.telemetry.TurbineSeries;
import dev.catavento.task.Progress;
import dev.catavento.task.Stop;
import java.io.IOException;
import java.util.List;

/** Writes the files of a source's day into a draft, each turbine read once. */
final class TelemetryFiles {
    /** Raised with every change of an exported byte, one that a new engine brings included. */
    static final String FORMAT_VERSION = "1+" + TelemetryRule.RULES_VERSION;
    /** CSV, Parquet and the Data Package. */
    static final int FILES = 3;

    private final PublishedTelemetry telemetry;
    private final String source;
    private final PublishedRelease release;
    private final Draft draft;
    private final List<TelemetrySignal> signals;
    private final DayTotals totals = new DayTotals();
    private final Table<TelemetryWindow> csvTable;
    private final Table<TelemetryWindow> parquetTable;

    TelemetryFiles(PublishedTelemetry telemetry, String source, PublishedRelease release, Draft draft) {
        this.telemetry = telemetry;
        this.source = source;
        this.release = release;
        this.draft = draft;
        this.signals = telemetry.listSignals(source, release.day());
        this.csvTable = TelemetryTable.csv(signals);
        this.parquetTable = TelemetryTable.parquet(signals);
    }

    /** What was written. */
    record Contents(DayTotals totals, long bytes, FileDigest dataPackage) {}

    Contents write(Draft scratch) throws IOException {
        try (var csv = new CsvFile<>(draft.create(csvTable.file()), csvTable.columns());
                var parquet =
                        new ParquetFile<>(parquetTable.columns(), scratch.path(""), draft.path(parquetTable.file()))) {
            rows(csv, parquet);
            parquet.finish();
        }
        var resources = List.of(resource(csvTable, FileKind.CSV), resource(parquetTable, FileKind.PARQUET));
        var summary = new TelemetrySummary(source, release.day(), release.rulesVersion(), telemetry.isDemo(), totals);
        try (var json = draft.create(DataPackage.FILE)) {
            new DataPackage(summary, FORMAT_VERSION, resources).write(json);
        }
        var dataPackage = FileDigest.of(draft.path(DataPackage.FILE));
        long bytes = dataPackage.bytes();
        for (var resource : resources) {
            bytes += resource.digest().bytes();
        }
        return new Contents(totals, bytes, dataPackage);
    }

    private void rows(CsvFile<TelemetryWindow> csv, ParquetFile<TelemetryWindow> parquet) throws IOException {
        var progress = new Progress("export", "turbines", telemetry.countTurbines(source, release.day()));
        telemetry.eachTurbine(source, release.day(), signals, turbine -> {
            if (Stop.requested()) {
                throw Stop.asFailure();
            }
            totals.addTurbine();
            rows(turbine, csv, parquet);
            progress.add(1);
        });
    }

    private void rows(TurbineSeries turbine, CsvFile<TelemetryWindow> csv, ParquetFile<TelemetryWindow> parquet)
            throws IOException {
        for (int w = 0; w < SignalDay.WINDOWS; w++) {
            var window = new TelemetryWindow(source, release.day(), turbine, w);
            if (window.isPublished()) {
                csv.accept(window);
                parquet.accept(window);
                totals.add(window);
            }
        }
    }

    private Resource resource(Table<?> table, FileKind kind) throws IOException {
        return Resource.of(table, kind, totals.windows(), FileDigest.of(draft.path(table.file())));
    }
}
