package dev.catavento.source.arcgis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Neighbouring ids of a sorted list: what one page is asked for. Never empty. */
public final class IdRange {
    private final long[] sorted;
    private final int from;
    private final int to;

    IdRange(long[] sorted, int from, int to) {
        this.sorted = sorted;
        this.from = from;
        this.to = to;
    }

    public long first() {
        return sorted[from];
    }

    public long last() {
        return sorted[to - 1];
    }

    public int size() {
        return to - from;
    }

    /** The first of these ids, so many at most. */
    public IdRange beginning(int size) {
        return new IdRange(sorted, from, Math.min(from + size, to));
    }

    /** This range in parts of so many ids at most. */
    public List<IdRange> split(int size) {
        var ranges = new ArrayList<IdRange>();
        for (int start = from; start < to; start += size) {
            ranges.add(new IdRange(sorted, start, Math.min(start + size, to)));
        }
        return ranges;
    }

    /** Two ranges that make up this one; only for one of several ids. */
    public List<IdRange> halves() {
        int middle = (from + to) >>> 1;
        return List.of(new IdRange(sorted, from, middle), new IdRange(sorted, middle, to));
    }

    /** How received ids, in any order, differ from those asked for. */
    RowDifference compare(long[] received) {
        var rows = received.clone();
        Arrays.sort(rows);
        int missing = 0;
        int unlisted = 0;
        int repeated = 0;
        int i = from;
        int j = 0;
        while (i < to || j < rows.length) {
            if (j > 0 && j < rows.length && rows[j] == rows[j - 1]) {
                repeated++;
                j++;
            } else if (j == rows.length || (i < to && sorted[i] < rows[j])) {
                missing++;
                i++;
            } else if (i == to || sorted[i] > rows[j]) {
                unlisted++;
                j++;
            } else {
                i++;
                j++;
            }
        }
        return new RowDifference(missing, unlisted, repeated);
    }

    String where(String field) {
        return field + ">=" + first() + " AND " + field + "<=" + last();
    }

    @Override
    public String toString() {
        return size() == 1 ? "row " + first() : "rows " + first() + " to " + last();
    }
}
