package dev.catavento.maintainstore.exported;

import dev.catavento.task.Stop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Removes exported days that are past their time, folder by folder, while nobody exports; the newest always stays. */
public final class ExportCleaning {
    private static final Logger LOG = Logger.getLogger(ExportCleaning.class);
    private static final int NAMED = 10;

    private final Path exports;
    private final LocalDate day;
    private final int keepDays;
    private final boolean dryRun;
    private final List<String> removed = new ArrayList<>();
    private final List<String> foreign = new ArrayList<>();

    public ExportCleaning(Path exports, LocalDate day, int keepDays, boolean dryRun) {
        this.exports = exports;
        this.day = day;
        this.keepDays = keepDays;
        this.dryRun = dryRun;
    }

    /**
     * @param dataset the dataset's folder, or that of one of its sources
     * @param published days with a release in the store; a folder of another day is not the store's
     */
    public void clean(String dataset, SortedSet<LocalDate> published) {
        try {
            clean(new ExportedDays(exports.resolve(dataset)), dataset, published);
        } catch (IOException e) {
            throw Stop.requested() ? Stop.asFailure() : ExportFolderFailures.classify(exports, e);
        }
    }

    public Map<String, Object> outputs() {
        return Map.of("export_days_removed", removed.size(), "foreign_files", foreign.size(), "foreign", named());
    }

    private void clean(ExportedDays folder, String dataset, SortedSet<LocalDate> published) throws IOException {
        if (!dryRun) {
            folder.tidy();
        }
        for (var stranger : folder.listForeign()) {
            leave(stranger, "is not an export");
        }
        var latest = folder.findLatest();
        for (var one : folder.listDays()) {
            if (one.isBefore(day.minusDays(keepDays))
                    && !one.equals(latest.orElse(null))
                    && !(published.contains(one) && one.equals(published.last()))) {
                remove(folder, one, dataset, published.contains(one));
            }
        }
    }

    private void remove(ExportedDays folder, LocalDate one, String dataset, boolean ours) throws IOException {
        if (Stop.requested()) {
            throw Stop.asFailure();
        }
        if (!ours) {
            leave(folder.of(one), "is of a day that this store never published");
            return;
        }
        var strangers = folder.listForeign(one);
        if (!strangers.isEmpty()) {
            strangers.forEach(stranger -> leave(stranger, "is not part of the export; its folder stays"));
            return;
        }
        if (!dryRun) {
            folder.remove(one);
        }
        removed.add(dataset + "/" + one);
        LOG.infof("exports: %s %s/%s", dryRun ? "would remove" : "removed", dataset, one);
    }

    private void leave(Path stranger, String why) {
        foreign.add(exports.relativize(stranger).toString());
        LOG.warnf("left alone: %s %s", stranger, why);
    }

    private String named() {
        var first = foreign.stream().limit(NAMED).collect(Collectors.joining(", "));
        return foreign.size() > NAMED ? first + ", …" : first;
    }
}
