package dev.catavento.exporttableau.telemetry;

import dev.catavento.domain.telemetry.SignalDay;
import dev.catavento.domain.telemetry.WindowHistory;
import dev.catavento.exporttableau.csv.CsvFile;
import dev.catavento.exporttableau.folder.DatasetFolder;
import dev.catavento.exporttableau.parquet.ParquetFile;
import dev.catavento.exporttableau.table.TelemetryTable;
import dev.catavento.exporttableau.table.TelemetryWindow;
import dev.catavento.store.telemetry.TelemetrySignal;
import dev.catavento.store.telemetry.TurbineSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;

/** A tiny day without a store, into a folder that is deleted again: brings what an export needs into the AOT cache. */
final class Rehearsal {
    private static final LocalDate DAY = LocalDate.EPOCH;

    private Rehearsal() {}

    static void perform() throws IOException {
        var temporary = Files.createTempDirectory("catavento-rehearsal");
        var folder = new DatasetFolder(temporary, TelemetryExport.DATASET);
        folder.tidy();
        var signals = TelemetryTable.KNOWN_SIGNALS;
        var table = TelemetryTable.csv(signals);
        try (var draft = folder.draft(DAY);
                var scratch = folder.draft(DAY);
                var csv = new CsvFile<>(draft.create(table.file()), table.columns());
                var parquet = new ParquetFile<>(table.columns(), scratch.path(""), draft.path("rehearsal.parquet"))) {
            var window = new TelemetryWindow("rehearsal", DAY, turbine(signals), 0);
            csv.accept(window);
            parquet.accept(window);
            parquet.finish();
        } finally {
            folder.delete();
            Files.delete(temporary);
        }
    }

    private static TurbineSeries turbine(List<TelemetrySignal> signals) {
        var days = signals.stream()
                .map(signal -> new SignalDay(signal.circular(), 10, false))
                .toArray(SignalDay[]::new);
        var histories = signals.stream().map(signal -> new WindowHistory()).toArray(WindowHistory[]::new);
        for (var day : days) {
            day.n[0] = 10;
            day.mean[0] = 1.5;
            day.m2[0] = 0.5;
        }
        return new TurbineSeries("T-1", null, days, histories);
    }
}
