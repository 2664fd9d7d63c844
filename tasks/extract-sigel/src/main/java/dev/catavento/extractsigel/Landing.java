package dev.catavento.extractsigel;

import dev.catavento.source.arcgis.IdRange;
import dev.catavento.source.arcgis.LayerPage;
import dev.catavento.source.arcgis.ObjectIds;
import dev.catavento.source.arcgis.PageReader;
import dev.catavento.source.http.SourceFailure;
import dev.catavento.store.raw.LandedPage;
import dev.catavento.store.raw.LandedRange;
import dev.catavento.store.raw.RawSession;
import dev.catavento.task.Progress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Lands the pages of one list of ids, each at once, and takes up what an earlier try of the day has landed. */
final class Landing {
    private final RawSession raw;
    private final LocalDate day;
    private final ObjectIds ids;
    private final String idField;
    private final byte[] listSha256;
    private final FleetRows rows = new FleetRows();
    private final Progress progress;
    private boolean abandoned;

    Landing(RawSession raw, LocalDate day, ObjectIds ids, String idField) {
        this.raw = raw;
        this.day = day;
        this.ids = ids;
        this.idField = idField;
        this.listSha256 = ids.sha256();
        this.progress = new Progress("pages", "rows", ids.size());
    }

    byte[] listSha256() {
        return listSha256;
    }

    FleetRows rows() {
        return rows;
    }

    PageRows newRows() {
        return new PageRows(idField);
    }

    void land(LayerPage<PageRows> page) {
        PageContract.check(page, idField);
        var range = new LandedRange(
                page.range().first(), page.range().last(), page.range().size());
        var packed = new LandedPage(range, sha256(page.body()), page.body().length, Gzip.pack(page.body()));
        synchronized (this) {
            if (abandoned) {
                return;
            }
            raw.land(day, listSha256, packed);
        }
        keep(page);
    }

    /** Forgets all that was landed for the day; a page that comes late is not landed any more. */
    synchronized void abandon() {
        abandoned = true;
        raw.forgetLanded(day);
    }

    /** Takes up landed pages, the oldest first, and gives what is left to be asked for, in ranges of so many ids. */
    List<IdRange> takeUp(int rangeSize) {
        var taken = new TreeMap<Long, LandedRange>();
        for (var range : raw.listLanded(day, listSha256)) {
            if (takeUp(range)) {
                taken.put(range.firstObjectId(), range);
            }
        }
        var left = new ArrayList<IdRange>();
        long next = Long.MIN_VALUE;
        for (var range : taken.values()) {
            between(next, range.firstObjectId() - 1, rangeSize, left);
            next = range.lastObjectId() + 1;
        }
        between(next, Long.MAX_VALUE, rangeSize, left);
        return left;
    }

    private void between(long first, long last, int rangeSize, List<IdRange> left) {
        if (first <= last) {
            ids.range(first, last).ifPresent(gap -> left.addAll(gap.split(rangeSize)));
        }
    }

    /** A landed page is read again like a fresh one; one that does not bear it is thrown away. */
    private boolean takeUp(LandedRange range) {
        var page = raw.getLanded(day, listSha256, range);
        try {
            Optional<IdRange> asked = ids.range(range.firstObjectId(), range.lastObjectId());
            if (asked.isPresent()) {
                keep(PageReader.read(asked.get(), Gzip.unpack(page.bodyGzip()), idField, newRows()));
                rows.countTakenUp();
                return true;
            }
        } catch (SourceFailure unfit) {
            // asked for again below
        }
        raw.forgetLanded(day, listSha256, range);
        return false;
    }

    private void keep(LayerPage<PageRows> page) {
        rows.add(page.range(), page.rows());
        progress.add(page.range().size());
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
