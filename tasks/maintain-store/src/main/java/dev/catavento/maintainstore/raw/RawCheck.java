package dev.catavento.maintainstore.raw;

import dev.catavento.store.maintenance.RawAudit;
import dev.catavento.store.maintenance.RawAudit.BrokenSnapshot;
import dev.catavento.store.maintenance.TelemetryAudit;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.Progress;
import dev.catavento.task.RowCounts;
import dev.catavento.task.RunFacts;
import dev.catavento.task.Stop;
import dev.catavento.task.TaskException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Whether raw is what was landed: every page has the content it is named by, every snapshot all of its pages, every landing
 * of telemetry its answers and statistics.
 */
public final class RawCheck {
    private static final Logger LOG = Logger.getLogger(RawCheck.class);

    private final RawAudit audit;
    private final Progress progress;
    private final List<String> damage = new ArrayList<>();
    private long checked;
    private long blobs;

    private RawCheck(RawAudit audit, long pages) {
        this.audit = audit;
        this.progress = new Progress("checking raw", "pages", pages);
    }

    /**
     * Checks all of it within the caller's transaction.
     *
     * @return pages checked
     * @throws TaskException {@link ErrorKind#STORE_DAMAGED} naming the first damage; each is a line of the log
     */
    public static long all(Connection connection) throws SQLException {
        var audit = RawAudit.begin(connection);
        var check = new RawCheck(audit, audit.countPages());
        LOG.info("checking every page of raw");
        audit.eachPage(check::page);
        audit.listBrokenSnapshots().forEach(check::snapshot);
        check.telemetry(new TelemetryAudit(connection));
        return check.conclude();
    }

    private void page(byte[] sha256, int byteCount, InputStream bodyGzip) throws SQLException {
        if (Stop.requested()) {
            throw Stop.asFailure();
        }
        checked++;
        progress.add(1);
        try {
            var found = PageDigest.of(bodyGzip);
            if (!Arrays.equals(found.sha256(), sha256)) {
                damaged(sha256, "has another content than it was landed with");
            } else if (found.bytes() != byteCount) {
                damaged(sha256, "has " + found.bytes() + " bytes, " + byteCount + " were landed");
            }
        } catch (IOException e) {
            damaged(sha256, "cannot be unpacked (" + e.getMessage() + ")");
        }
    }

    private void damaged(byte[] sha256, String how) throws SQLException {
        var days = audit.findUse(sha256)
                .map(use -> use.dataset() + " of " + use.day()
                        + (use.days() > 1 ? " and " + (use.days() - 1) + " more days" : ""))
                .orElse("no snapshot");
        add("page " + HexFormat.of().formatHex(sha256) + " (" + days + ") " + how);
    }

    private void snapshot(BrokenSnapshot broken) {
        var how = broken.missingPage() != null
                ? "page " + broken.missingPage() + " is missing"
                : broken.gap()
                        ? "its list of pages has a gap"
                        : "its pages hold " + broken.listed() + " of " + broken.rows() + " rows";
        add("snapshot " + broken.id() + " (" + broken.dataset() + " of " + broken.day() + ") is not whole: " + how);
    }

    private void telemetry(TelemetryAudit landed) throws SQLException {
        for (var blob : landed.listBlobs()) {
            if (Stop.requested()) {
                throw Stop.asFailure();
            }
            blobs++;
            if (!landed.isWhole(blob)) {
                add("statistics " + blob.ordinal() + " of telemetry_day " + blob.telemetryDayId() + " (" + blob.source()
                        + " of " + blob.day() + ") have another content than they were landed with");
            }
        }
        landed.listBroken()
                .forEach(broken -> add("telemetry_day " + broken.telemetryDayId() + " (" + broken.source() + " of "
                        + broken.day() + ") is not whole: " + broken.how()));
    }

    private void add(String what) {
        LOG.warn(what);
        damage.add(what);
    }

    private long conclude() {
        if (damage.isEmpty()) {
            LOG.infof("raw is whole: %,d pages, %,d blobs of statistics", checked, blobs);
            return checked;
        }
        throw new TaskException(
                        ErrorKind.STORE_DAMAGED,
                        damage.getFirst() + (damage.size() > 1 ? "; " + (damage.size() - 1) + " more in the log" : ""),
                        "nothing was removed; look at the disk and PostgreSQL's log, and restore a backup, or extract"
                                + " the day again where the source still has it")
                .with(RunFacts.of(new RowCounts(checked, 0, checked, 0), Map.of("damaged", damage.size())));
    }
}
