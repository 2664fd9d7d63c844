package dev.catavento.loadpostgis.telemetry;

import dev.catavento.domain.telemetry.SignalDay;
import dev.catavento.domain.telemetry.WindowHistory;
import dev.catavento.store.telemetry.PublishedSeries;
import dev.catavento.store.telemetry.PublishedSeries.Key;
import dev.catavento.store.telemetry.SeriesRow;
import dev.catavento.store.telemetry.SeriesTable;
import dev.catavento.store.telemetry.TelemetryDay;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Merges a landed day into the published one, some turbines at a time: a row whose digest is the published one's is not
 * read, a row that differs is compared window by window, a row that the landed day does not have loses its windows.
 */
final class DayMerge {
    private static final int ROWS_AT_ONCE = 600;

    private final SeriesTable table;
    private final TelemetryDay landed;
    private final int loadId;
    private final long at;
    private final Map<Key, PublishedSeries> published;
    private final Set<Key> seen = new HashSet<>();
    private final List<Coming> chunk = new ArrayList<>();
    private final List<Key> takenOver = new ArrayList<>();
    private final MergeCounts counts = new MergeCounts();

    /** @param at microseconds since 1970, for windows that change */
    DayMerge(SeriesTable table, TelemetryDay landed, int loadId, long at, Map<Key, PublishedSeries> published) {
        this.table = table;
        this.landed = landed;
        this.loadId = loadId;
        this.at = at;
        this.published = published;
    }

    private record Coming(Key key, SignalDay day, UUID digest) {}

    void add(Key key, SignalDay day) throws SQLException {
        add(key, day, day.digest());
    }

    private void add(Key key, SignalDay day, UUID digest) throws SQLException {
        seen.add(key);
        counts.samples(day);
        var before = published.get(key);
        if (before != null) {
            counts.loaded(before.n());
            if (before.loadId() != loadId) {
                takenOver.add(key);
            }
            if (before.digest().equals(digest)) {
                counts.unchanged(day);
                return;
            }
        }
        chunk.add(new Coming(key, day, digest));
        if (chunk.size() >= ROWS_AT_ONCE) {
            write();
        }
    }

    /** Rows of this load that the landed day does not have. */
    void withdrawMissing() throws SQLException {
        for (var row : published.values()) {
            if (row.loadId() == loadId) {
                withdraw(row);
            }
        }
        write();
    }

    /** The row's windows that had samples have none any more, unless the landed day has the row. */
    void withdraw(PublishedSeries row) throws SQLException {
        if (row.gone() || seen.contains(row.key())) {
            return;
        }
        counts.turbineGone(row.key().turbine());
        add(row.key(), new SignalDay(false, landed.nExpected(), landed.given()));
    }

    MergeCounts finish() throws SQLException {
        write();
        table.takeOver(loadId, takenOver);
        return counts;
    }

    private void write() throws SQLException {
        var replaced =
                chunk.stream().map(Coming::key).filter(published::containsKey).toList();
        var before = table.read(replaced);
        var rows = new ArrayList<SeriesRow>(chunk.size());
        for (var coming : chunk) {
            rows.add(row(coming, before.get(coming.key())));
        }
        table.write(loadId, rows, replaced);
        chunk.clear();
    }

    private SeriesRow row(Coming coming, SeriesTable.Before before) {
        WindowHistory history = null;
        if (before == null) {
            counts.added(coming.day());
        } else {
            history = before.history();
            counts.revised(coming.day(), history.step(before.day(), coming.day(), at));
        }
        return new SeriesRow(coming.key(), coming.day(), coming.digest(), history);
    }
}
