package dev.catavento.exporttableau.telemetry;

import dev.catavento.exporttableau.datapackage.ListedFiles;
import dev.catavento.exporttableau.folder.DatasetFolder;
import dev.catavento.exporttableau.folder.ExportRoot;
import dev.catavento.exporttableau.folder.FolderFailures;
import dev.catavento.store.export.ExportLedger;
import dev.catavento.store.export.ExportRecord;
import dev.catavento.store.export.PublishedRelease;
import dev.catavento.store.telemetry.PublishedTelemetry;
import dev.catavento.store.telemetry.TelemetryReader;
import dev.catavento.task.NearNames;
import dev.catavento.task.RowCounts;
import dev.catavento.task.RunFacts;
import dev.catavento.task.Stop;
import dev.catavento.task.TaskLock;
import dev.catavento.task.TaskRequest;
import dev.catavento.task.TaskResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Exports a source's day of telemetry, all shards together, unless it is there already. */
@Singleton
public class TelemetryExport {
    static final String DATASET = "telemetry";

    private final ExportRoot root;
    private final TaskLock lock;
    private final TelemetryReader reader;
    private final ExportLedger ledger;

    @Inject
    TelemetryExport(ExportRoot root, TaskLock lock, TelemetryReader reader, ExportLedger ledger) {
        this.root = root;
        this.lock = lock;
        this.reader = reader;
        this.ledger = ledger;
    }

    /** @param source its name in sources.yaml */
    public TaskResult export(TaskRequest request, String source) {
        try (var held = lock.take("export " + DATASET + " " + source);
                var telemetry = reader.open()) {
            var missing = findMissing(telemetry, source, request.day());
            if (missing.isPresent()) {
                return TaskResult.nothingNew(missing.get());
            }
            var release = telemetry.findNewestRelease(source, request.day()).orElseThrow();
            return inFolder(root.path(), request, telemetry, source, release);
        }
    }

    /** Loads what an export needs, without a store. */
    public void rehearse() throws IOException {
        Rehearsal.perform();
    }

    /** Why the day cannot be exported, if it cannot. */
    private static Optional<String> findMissing(PublishedTelemetry telemetry, String source, LocalDate day) {
        var shards = telemetry.findShards(source, day);
        if (shards.isWhole()) {
            return Optional.empty();
        }
        if (!shards.isEmpty()) {
            return Optional.of(day + " of " + source + " is not published whole yet: shard "
                    + String.join(", ", shards.missing()) + " is missing");
        }
        var sources = telemetry.listSources();
        if (sources.contains(source)) {
            return Optional.of(day + " of " + source + " is not published yet: load-postgis publishes");
        }
        var meant = NearNames.near(source, sources)
                .map(near -> "; there is telemetry of " + near + ": is that meant?")
                .orElse("");
        return Optional.of("nothing of source " + source + " is published yet: load-postgis publishes" + meant);
    }

    private TaskResult inFolder(
            Path exports, TaskRequest request, PublishedTelemetry telemetry, String source, PublishedRelease release) {
        try {
            var folder = new DatasetFolder(exports.resolve(DATASET), source);
            folder.tidy();
            if (!request.force() && isExported(telemetry, source, release, folder)) {
                return TaskResult.nothingNew(
                        release.day() + " of " + source + " is exported already and its files are unchanged");
            }
            return write(telemetry, source, release, folder);
        } catch (IOException e) {
            throw Stop.requested() ? Stop.asFailure() : new FolderFailures(exports).classify(e);
        }
    }

    private TaskResult write(
            PublishedTelemetry telemetry, String source, PublishedRelease release, DatasetFolder folder)
            throws IOException {
        TelemetryFiles.Contents contents;
        boolean changed;
        try (var draft = folder.draft(release.day());
                var scratch = folder.draft(release.day())) {
            contents = new TelemetryFiles(telemetry, source, release, draft).write(scratch);
            changed = folder.publish(draft, release.day());
        }
        folder.latest().advanceTo(release.day());
        ledger.add(
                DATASET,
                new ExportRecord(
                        release.day(),
                        release.releaseId(),
                        TelemetryFiles.FORMAT_VERSION,
                        contents.dataPackage().sha256(),
                        telemetry.hashMapping(source, release.day())));
        return TaskResult.completed(facts(source, release, contents, changed));
    }

    private static boolean isExported(
            PublishedTelemetry telemetry, String source, PublishedRelease release, DatasetFolder folder)
            throws IOException {
        var last = telemetry.findLastExport(source, release.day());
        return last.isPresent()
                && last.get().releaseId() == release.releaseId()
                && last.get().formatVersion().equals(TelemetryFiles.FORMAT_VERSION)
                && telemetry
                        .hashMapping(source, release.day())
                        .equals(last.get().mappingSha256())
                && folder.latest().reaches(release.day())
                && ListedFiles.unchanged(folder.of(release.day()), last.get().dataPackageSha256());
    }

    private static RunFacts facts(
            String source, PublishedRelease release, TelemetryFiles.Contents contents, boolean changed) {
        var totals = contents.totals();
        var outputs = new LinkedHashMap<String, Object>();
        outputs.put("folder", DATASET + "/" + source + "/" + release.day());
        outputs.put("exported_day", release.day());
        outputs.put("release_id", release.releaseId());
        outputs.put("files", TelemetryFiles.FILES);
        outputs.put("bytes", contents.bytes());
        outputs.put("changed", changed);
        outputs.put("turbines", totals.turbines());
        outputs.put("n_valid", totals.valid());
        outputs.put("n_expected", totals.expected());
        outputs.put("datapackage_sha256", contents.dataPackage().sha256());
        return RunFacts.of(new RowCounts(totals.windows(), totals.windows(), 0, 0), outputs);
    }
}
