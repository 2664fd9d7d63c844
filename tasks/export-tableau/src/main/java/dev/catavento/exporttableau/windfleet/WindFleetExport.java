package dev.catavento.exporttableau.windfleet;

import dev.catavento.exporttableau.datapackage.ListedFiles;
import dev.catavento.exporttableau.folder.DatasetFolder;
import dev.catavento.exporttableau.folder.ExportRoot;
import dev.catavento.exporttableau.folder.FolderFailures;
import dev.catavento.exporttableau.table.Megawatt;
import dev.catavento.store.export.ExportLedger;
import dev.catavento.store.export.ExportRecord;
import dev.catavento.store.export.FleetReader;
import dev.catavento.store.export.PublishedFleet;
import dev.catavento.store.export.PublishedRelease;
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

/** Exports the newest published day of the wind fleet, unless it is there already. */
@Singleton
public class WindFleetExport {
    static final String DATASET = "wind_fleet";

    private final ExportRoot root;
    private final TaskLock lock;
    private final FleetReader reader;
    private final ExportLedger ledger;

    @Inject
    WindFleetExport(ExportRoot root, TaskLock lock, FleetReader reader, ExportLedger ledger) {
        this.root = root;
        this.lock = lock;
        this.reader = reader;
        this.ledger = ledger;
    }

    public TaskResult export(TaskRequest request) {
        try (var held = lock.take("export " + DATASET);
                var fleet = reader.open()) {
            var release = fleet.findNewestRelease(DATASET);
            if (release.isEmpty()) {
                return TaskResult.nothingNew("nothing of " + DATASET + " is published yet: load-postgis publishes");
            }
            return inFolder(root.path(), request, fleet, release.get());
        }
    }

    /** Loads what an export needs, without a store. */
    public void rehearse() throws IOException {
        Rehearsal.perform();
    }

    private TaskResult inFolder(Path exports, TaskRequest request, PublishedFleet fleet, PublishedRelease release) {
        try {
            var folder = new DatasetFolder(exports, DATASET);
            folder.tidy();
            if (!request.force() && isExported(fleet, release, folder)) {
                return TaskResult.nothingNew(reason(request.day(), release.day()));
            }
            return write(fleet, release, folder);
        } catch (IOException e) {
            throw Stop.requested() ? Stop.asFailure() : new FolderFailures(exports).classify(e);
        }
    }

    private TaskResult write(PublishedFleet fleet, PublishedRelease release, DatasetFolder folder) throws IOException {
        FleetContents contents;
        boolean changed;
        try (var draft = folder.draft(release.day());
                var scratch = folder.draft(release.day())) {
            contents = new FleetFiles(fleet, release, draft).write(scratch);
            changed = folder.publish(draft, release.day());
        }
        folder.latest().moveTo(release.day());
        ledger.add(
                DATASET,
                new ExportRecord(
                        release.day(),
                        release.releaseId(),
                        FleetFiles.FORMAT_VERSION,
                        contents.dataPackage().sha256()));
        return TaskResult.completed(facts(release, contents, changed));
    }

    private boolean isExported(PublishedFleet fleet, PublishedRelease release, DatasetFolder folder)
            throws IOException {
        var last = fleet.findLastExport(DATASET);
        return last.isPresent()
                && last.get().releaseId() == release.releaseId()
                && last.get().formatVersion().equals(FleetFiles.FORMAT_VERSION)
                && folder.latest().pointsTo(release.day())
                && ListedFiles.unchanged(folder.of(release.day()), last.get().dataPackageSha256());
    }

    private static String reason(LocalDate asked, LocalDate newest) {
        var exported = newest + " is exported already and its files are unchanged";
        return switch (Integer.signum(asked.compareTo(newest))) {
            case 1 -> "nothing newer than " + newest + " is published, and " + exported;
            case -1 -> asked + " is older than the newest published day, and " + exported;
            default -> exported;
        };
    }

    private static RunFacts facts(PublishedRelease release, FleetContents contents, boolean changed) {
        var outputs = new LinkedHashMap<String, Object>();
        outputs.put("folder", DATASET + "/" + release.day());
        outputs.put("exported_day", release.day());
        outputs.put("release_id", release.releaseId());
        outputs.put("files", FleetContents.FILES);
        outputs.put("bytes", contents.bytes());
        outputs.put("changed", changed);
        outputs.put("turbines", contents.turbines());
        outputs.put("plants", contents.plants());
        outputs.put("issues", contents.issues());
        outputs.put(
                "operating_mw", Megawatt.ofTotal(contents.power().operating().ratedPowerKw()));
        outputs.put("datapackage_sha256", contents.dataPackage().sha256());
        return RunFacts.of(new RowCounts(contents.turbines(), contents.turbines(), 0, 0), outputs);
    }
}
