package dev.catavento.domain.telemetry;

/** The longest stretches of one and the same value, silence of up to ten minutes in between; a sample nobody can read ends a stretch. */
final class Runs {
    private final long[] at;
    private final double[] values;
    private final boolean[] breaks;
    private final int size;
    private int next;
    private int first;
    private int last;

    Runs(long[] at, double[] values, boolean[] breaks, int size) {
        this.at = at;
        this.values = values;
        this.breaks = breaks;
        this.size = size;
    }

    /** Goes to the next stretch; false when there is none. */
    boolean next() {
        while (next < size && Double.isNaN(values[next])) {
            next++;
        }
        if (next == size) {
            return false;
        }
        first = next;
        last = next;
        for (next++; next < size && !breaks[next]; next++) {
            if (Double.isNaN(values[next])) {
                continue;
            }
            if (values[next] != values[first] || at[next] - at[last] > TurbineCleaning.LONGEST_GAP_MICROS) {
                break;
            }
            last = next;
        }
        return true;
    }

    /** Position of its first sample. */
    int first() {
        return first;
    }

    /** Position of its last sample. */
    int last() {
        return last;
    }

    /** From the first to the end of the last sample, in microseconds. */
    long length(long cadenceMicros) {
        return at[last] - at[first] + cadenceMicros;
    }
}
