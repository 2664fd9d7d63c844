package dev.catavento.extractsigel;

import dev.catavento.source.RequestPool;
import dev.catavento.source.arcgis.IdRange;
import dev.catavento.source.arcgis.LayerDescription;
import dev.catavento.source.arcgis.PatientLayer;
import dev.catavento.source.arcgis.RangeReader;
import dev.catavento.source.http.SourceFailure;
import dev.catavento.store.raw.CompletenessProof;
import dev.catavento.store.raw.RawSession;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Reads the whole layer and proves it: the ids received are those listed, once each, and neither count nor ids nor the
 * rows read first are others afterwards. Starts over once when the set changes meanwhile.
 */
final class FleetReader {
    private static final Logger LOG = Logger.getLogger(FleetReader.class);
    private static final int LARGEST_RANGE = 1000;
    private static final int ROWS_ASKED_AGAIN = 50;

    private final PatientLayer layer;
    private final int threads;
    private final RawSession raw;
    private final LocalDate day;
    private final Tally tally;

    FleetReader(PatientLayer layer, int threads, RawSession raw, LocalDate day, Tally tally) {
        this.layer = layer;
        this.threads = threads;
        this.raw = raw;
        this.day = day;
        this.tally = tally;
    }

    /** What must be true of the layer before the first page is landed; gives the name of its id field. */
    @FunctionalInterface
    interface Admission {
        String check(LayerDescription layer, Survey survey);
    }

    FleetReading read(Admission admission) throws InterruptedException {
        var askedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        LayerDescription description;
        Survey before;
        try (var pool = new RequestPool(threads)) {
            var asked = pool.start(layer::describe);
            before = new Surveyor(layer, pool).survey();
            description = pool.await(asked);
        }
        var idField = admission.check(description, before);
        for (int restarts = 0; ; restarts++) {
            tally.counted(before);
            var landing = new Landing(raw, day, before.ids(), idField);
            var ranges = layer.ranges(idField);
            tally.reading(landing.rows(), ranges);
            var change = fetch(landing, ranges, Math.min(LARGEST_RANGE, description.maxRecordCount()), before);
            tally.countedAgain(change.after());
            if (change.kind() == Change.Kind.NONE) {
                return proven(description, askedAt, landing, before, change.after());
            }
            landing.abandon();
            if (restarts > 0) {
                throw change.asFailure();
            }
            LOG.warnf("the set changed while it was read (%s): starting over once", change.reason());
            tally.restarted();
            before = change.after();
        }
    }

    private Change fetch(Landing landing, RangeReader ranges, int rangeSize, Survey before)
            throws InterruptedException {
        var left = landing.takeUp(rangeSize);
        if (landing.rows().takenUp() == 0) {
            LOG.infof("layer has %,d rows in %d ranges", before.ids().size(), left.size());
        } else {
            LOG.infof(
                    "layer has %,d rows: %d pages landed by an earlier try are taken up, %d ranges are left",
                    before.ids().size(), landing.rows().takenUp(), left.size());
        }
        try (var pool = new RequestPool(threads)) {
            pool.all(questions(left, ranges, landing));
            var again = pool.start(() -> sameRowsAgain(landing, ranges));
            var after = new Surveyor(layer, pool).survey();
            return Change.between(before, after, pool.await(again));
        } catch (SourceFailure.UnexpectedRows rows) {
            // the pool is closed by now: nobody reads or lands any more
            try (var pool = new RequestPool(threads)) {
                return Change.seenOnPage(rows, before, new Surveyor(layer, pool).survey());
            }
        }
    }

    private static List<RequestPool.Question> questions(List<IdRange> left, RangeReader ranges, Landing landing) {
        return left.stream()
                .<RequestPool.Question>map(range -> () -> ranges.read(range, landing::newRows, landing::land))
                .toList();
    }

    /** A reload that gives the same numbers to other rows shows in neither count nor ids. */
    private static boolean sameRowsAgain(Landing landing, RangeReader ranges) throws InterruptedException {
        var first = landing.rows().witness();
        var again = new ArrayList<RowPrint>();
        ranges.read(
                first.range().beginning(ROWS_ASKED_AGAIN),
                landing::newRows,
                page -> again.addAll(page.rows().prints()));
        return first.holds(again);
    }

    private static FleetReading proven(
            LayerDescription description, Instant askedAt, Landing landing, Survey before, Survey after) {
        LOG.infof(
                "proven: %,d ids listed = fetched, count before = after",
                landing.rows().size());
        var proof = new CompletenessProof(
                before.count(), before.ids().size(), landing.rows().size(), after.count());
        return new FleetReading(description, askedAt, landing, proof);
    }
}
