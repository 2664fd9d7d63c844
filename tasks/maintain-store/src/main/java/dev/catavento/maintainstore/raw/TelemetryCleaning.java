package dev.catavento.maintainstore.raw;

import dev.catavento.domain.RawRetention;
import dev.catavento.store.Store;
import dev.catavento.store.maintenance.TelemetryRemoval;
import dev.catavento.store.maintenance.TelemetryRemoval.Removed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import org.jboss.logging.Logger;

/**
 * Removes answers and statistics of telemetry that are past their time, source by source, by the rule for all raw data; a
 * day that is still to be loaded stays, however old it is.
 */
public final class TelemetryCleaning {
    private static final Logger LOG = Logger.getLogger(TelemetryCleaning.class);

    private final Store store;
    private final Connection connection;
    private final LocalDate day;
    private final int wholeDays;
    private final boolean dryRun;
    private long days;
    private long landings;
    private long blobs;
    private long pages;
    private long bytes;

    public TelemetryCleaning(Store store, Connection connection, LocalDate day, int wholeDays, boolean dryRun) {
        this.store = store;
        this.connection = connection;
        this.day = day;
        this.wholeDays = wholeDays;
        this.dryRun = dryRun;
    }

    /** All of a source in one transaction, or nothing; where nothing is past its time, nobody has to wait. */
    public void clean(String source) {
        count(source, store.transaction(connection, open -> {
            var removal = new TelemetryRemoval(open, source);
            var plan = removal.plan(kept(removal));
            if (dryRun || plan.landings() == 0) {
                return plan;
            }
            removal.lock();
            return removal.remove(kept(removal)); // something may have been landed since
        }));
    }

    /** Pages removed so far, or that would be. */
    public long removedPages() {
        return pages;
    }

    public Map<String, Object> outputs() {
        return Map.of(
                "telemetry_days_removed", days,
                "telemetry_landings_removed", landings,
                "telemetry_blobs_removed", blobs,
                "telemetry_pages_removed", pages,
                "telemetry_bytes_removed", bytes);
    }

    private SortedSet<LocalDate> kept(TelemetryRemoval removal) throws SQLException {
        var published = removal.listPublished();
        var newest = published.isEmpty() ? null : published.last();
        var kept = new RawRetention(day, wholeDays, newest).kept(removal.listLanded());
        kept.addAll(removal.listNotLoaded());
        if (newest != null) {
            kept.add(newest);
        }
        return kept;
    }

    private void count(String source, Removed removed) {
        if (!removed.days().isEmpty()) {
            LOG.infof(
                    "raw: %s %,d days of source %s, %,d landings, %,d blobs, %,d pages, %,d bytes: %s",
                    dryRun ? "would remove" : "removed",
                    removed.days().size(),
                    source,
                    removed.landings(),
                    removed.blobs(),
                    removed.pages(),
                    removed.bytes(),
                    removed.days());
        }
        days += removed.days().size();
        landings += removed.landings();
        blobs += removed.blobs();
        pages += removed.pages();
        bytes += removed.bytes();
    }
}
