package dev.catavento.domain.telemetry;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Samples of one turbine as the source gave them, in whatever order: an instant and a value per signal. */
public final class Samples {
    private long[] atMicros = new long[256];
    private final double[][] values;
    private int size;

    /** @param signals number of signals */
    public Samples(int signals) {
        values = new double[signals][256];
    }

    /**
     * @param atMicros start of what the sample stands for, microseconds since 1970, within the day
     * @param row NaN where there is no value, infinity where there is something that is no number
     */
    public void add(long atMicros, double[] row) {
        if (size == this.atMicros.length) {
            this.atMicros = Arrays.copyOf(this.atMicros, 2 * size);
            for (int s = 0; s < values.length; s++) {
                values[s] = Arrays.copyOf(values[s], 2 * size);
            }
        }
        this.atMicros[size] = atMicros;
        for (int s = 0; s < values.length; s++) {
            values[s][size] = row[s] + 0.0; // minus zero is zero
        }
        size++;
    }

    public int size() {
        return size;
    }

    public void clear() {
        size = 0;
    }

    int signals() {
        return values.length;
    }

    long at(int i) {
        return atMicros[i];
    }

    double value(int signal, int i) {
        return values[signal][i];
    }

    /** Positions by instant. */
    int[] inOrder() {
        boolean ordered = IntStream.range(1, size).allMatch(i -> atMicros[i - 1] <= atMicros[i]);
        var all = IntStream.range(0, size);
        return ordered
                ? all.toArray()
                : all.boxed()
                        .sorted((a, b) -> Long.compare(atMicros[a], atMicros[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }
}
