package dev.catavento.extractsigel;

import dev.catavento.source.arcgis.IdRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of all rows read so far; a few bytes a row, whatever the pages weigh. Safe for several threads. */
final class FleetRows {
    private final List<RowPrint> prints = new ArrayList<>();
    private Witness witness;
    private long newestUpdate = Long.MIN_VALUE;
    private long withoutPlace;
    private int pages;
    private int takenUp;

    /** The page that was read first: if its rows are the same in the end, no reload lies between. */
    record Witness(IdRange range, List<RowPrint> rows) {

        /** Whether all these rows are on it, wherever they stand. */
        boolean holds(List<RowPrint> again) {
            Set<RowPrint> known = new HashSet<>();
            rows.forEach(row -> known.add(row.anywhere()));
            return again.stream().map(RowPrint::anywhere).allMatch(known::contains);
        }
    }

    synchronized void add(IdRange range, PageRows page) {
        if (pages++ == 0) {
            witness = new Witness(range, page.prints());
        }
        prints.addAll(page.prints());
        newestUpdate = Math.max(newestUpdate, page.newestUpdate());
        withoutPlace += page.withoutPlace();
    }

    synchronized void countTakenUp() {
        takenUp++;
    }

    synchronized Witness witness() {
        return witness;
    }

    synchronized int size() {
        return prints.size();
    }

    synchronized int pages() {
        return pages;
    }

    synchronized int takenUp() {
        return takenUp;
    }

    synchronized long withoutPlace() {
        return withoutPlace;
    }

    synchronized Optional<Instant> newestUpdate() {
        return newestUpdate == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(newestUpdate));
    }

    synchronized FleetPrint print() {
        return FleetPrint.of(prints);
    }
}
