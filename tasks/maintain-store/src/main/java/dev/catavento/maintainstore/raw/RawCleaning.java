package dev.catavento.maintainstore.raw;

import dev.catavento.domain.RawRetention;
import dev.catavento.store.Store;
import dev.catavento.store.fleet.TransactionLock;
import dev.catavento.store.maintenance.RawRemoval;
import dev.catavento.store.maintenance.RawRemoval.Removed;
import dev.catavento.store.maintenance.StoreDays;
import dev.catavento.task.TaskLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import org.jboss.logging.Logger;

/** Removes raw data that are past their time, dataset by dataset, while nobody extracts or loads it. */
public final class RawCleaning {
    private static final Logger LOG = Logger.getLogger(RawCleaning.class);

    private final Store store;
    private final Connection connection;
    private final TaskLock lock;
    private final LocalDate day;
    private final int wholeDays;
    private final boolean dryRun;
    private long days;
    private long snapshots;
    private long pages;
    private long bytes;
    private long leftOver;

    public RawCleaning(
            Store store, Connection connection, TaskLock lock, LocalDate day, int wholeDays, boolean dryRun) {
        this.store = store;
        this.connection = connection;
        this.lock = lock;
        this.day = day;
        this.wholeDays = wholeDays;
        this.dryRun = dryRun;
    }

    /** All of it in one transaction, or nothing. */
    public void clean(String dataset) {
        if (dryRun) {
            count(store.transaction(connection, c -> new RawRemoval(c, dataset).plan(kept(c, dataset))), dataset);
            return;
        }
        try (var extraction = lock.take("extract " + dataset);
                var load = lock.take("load " + dataset)) {
            LOG.infof("removing what is past its time from raw: %s", dataset);
            count(store.transaction(connection, c -> remove(c, dataset)), dataset);
        }
    }

    /** Pages removed so far, or that would be. */
    public long removedPages() {
        return pages;
    }

    public Map<String, Object> outputs() {
        return Map.of(
                "raw_days_removed", days,
                "raw_snapshots_removed", snapshots,
                "raw_pages_removed", pages,
                "raw_bytes_removed", bytes,
                "left_over_pages_removed", leftOver);
    }

    private Removed remove(Connection c, String dataset) throws SQLException {
        TransactionLock.take(c, "maintain " + dataset);
        var removal = new RawRemoval(c, dataset);
        leftOver += removal.removeLeftOver();
        return removal.remove(kept(c, dataset));
    }

    private SortedSet<LocalDate> kept(Connection c, String dataset) throws SQLException {
        var published = StoreDays.listPublished(c, dataset);
        var newest = published.isEmpty() ? null : published.last();
        var kept = new RawRetention(day, wholeDays, newest).kept(StoreDays.listCaptured(c, dataset));
        if (newest != null) {
            kept.add(newest);
        }
        return kept;
    }

    private void count(Removed removed, String dataset) {
        var verb = dryRun ? "would remove" : "removed";
        if (removed.days().isEmpty()) {
            LOG.infof("raw: of %s nothing is past its time", dataset);
        } else {
            LOG.infof(
                    "raw: %s %,d days of %s, %,d snapshots, %,d pages, %,d bytes: %s",
                    verb,
                    removed.days().size(),
                    dataset,
                    removed.snapshots(),
                    removed.pages(),
                    removed.bytes(),
                    removed.days());
        }
        days += removed.days().size();
        snapshots += removed.snapshots();
        pages += removed.pages();
        bytes += removed.bytes();
    }
}
