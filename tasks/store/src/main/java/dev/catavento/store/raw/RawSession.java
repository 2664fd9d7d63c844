package dev.catavento.store.raw;

import dev.catavento.store.Store;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One extraction's work on one dataset, over one connection; safe for several threads, one at a time. What is landed is
 * kept at once; a capture is all or nothing.
 */
public final class RawSession implements AutoCloseable {
    private final Store store;
    private final Connection connection;
    private final String dataset;

    RawSession(Store store, Connection connection, String dataset) {
        this.store = store;
        this.connection = connection;
        this.dataset = dataset;
    }

    /** The newest capture of this very day. */
    public Optional<Capture> findCapture(LocalDate day) {
        return call(c -> CaptureTable.findNewest(c, dataset, day, day));
    }

    /** The newest capture of the newest day before this one. */
    public Optional<Capture> findCaptureBefore(LocalDate day) {
        return call(c -> CaptureTable.findNewest(c, dataset, LocalDate.EPOCH, day.minusDays(1)));
    }

    public byte[] getFingerprint(long snapshotId) {
        return call(c -> SnapshotTable.getFingerprint(c, snapshotId));
    }

    /** The source the store belongs to. */
    public Optional<StoreSource> findSource() {
        return call(StoreSourceTable::find);
    }

    /** Records the source unless there is one, and gives the one that holds. */
    public StoreSource recordSource(StoreSource source) {
        return call(c -> StoreSourceTable.record(c, source));
    }

    /** What an earlier try of this day landed under the same list of ids, the oldest first; ranges do not overlap. */
    public List<LandedRange> listLanded(LocalDate day, byte[] idListSha256) {
        return call(c -> LandedPageTable.list(c, dataset, day, idListSha256));
    }

    public LandedPage getLanded(LocalDate day, byte[] idListSha256, LandedRange range) {
        return call(c -> LandedPageTable.get(c, dataset, day, idListSha256, range));
    }

    /** Lands a page at once, in place of one that was landed for the same range before. */
    public void land(LocalDate day, byte[] idListSha256, LandedPage page) {
        transaction(c -> {
            LandedPageTable.delete(c, dataset, day, idListSha256, page.range());
            return LandedPageTable.insert(c, dataset, day, idListSha256, page);
        });
    }

    /** Forgets what earlier tries of this day landed. */
    public void forgetLanded(LocalDate day) {
        call(c -> LandedPageTable.delete(c, dataset, day));
    }

    /** Forgets what was landed longer ago than this, for whatever day. */
    public void forgetLandedBefore(Duration age) {
        call(c -> LandedPageTable.deleteOlder(c, dataset, age));
    }

    /** Forgets what was landed for this day before this moment. */
    public void forgetLandedBefore(LocalDate day, Instant moment) {
        call(c -> LandedPageTable.deleteOlder(c, dataset, day, moment));
    }

    public void forgetLanded(LocalDate day, byte[] idListSha256, LandedRange range) {
        call(c -> LandedPageTable.delete(c, dataset, day, idListSha256, range));
    }

    /** Makes the landed pages a snapshot and records the day as captured by it; gives the snapshot's id. */
    public long store(NewCapture capture, NewSnapshot snapshot) {
        return transaction(c -> {
            long id = SnapshotTable.insert(c, dataset, capture, snapshot);
            long rows = SnapshotTable.insertPages(c, id, dataset, capture.day(), snapshot.idListSha256());
            if (rows != snapshot.rowCount()) {
                throw new IllegalStateException(rows + " rows landed for a snapshot of " + snapshot.rowCount());
            }
            CaptureTable.insert(c, dataset, capture, "stored", id);
            LandedPageTable.delete(c, dataset, capture.day());
            return id;
        });
    }

    /** Records the day as captured by a snapshot that is there already. */
    public void confirm(NewCapture capture, long snapshotId) {
        transaction(c -> {
            CaptureTable.insert(c, dataset, capture, "confirmed", snapshotId);
            return LandedPageTable.delete(c, dataset, capture.day());
        });
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // nothing is lost: what counts was committed
        }
    }

    private synchronized <T> T call(Store.Work<T> work) {
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw store.failure(e);
        }
    }

    private synchronized <T> T transaction(Store.Work<T> work) {
        return store.transaction(connection, work);
    }
}
