package dev.catavento.domain.telemetry;

import java.util.Arrays;

/**
 * Number, mean and sum of squared deviations of a window's values; the same values give the same bits in whatever order
 * they came.
 *
 * <p>Values that are whole multiples of 0.001, which sensors' are, are summed as integers: no rounding happens before the
 * two divisions. The computation in SQL does the same for windows without oddities, and the bits agree. Other values are
 * summed by size.
 *
 * @param n number of values
 * @param mean in the values' unit; NaN for none
 * @param m2 sum of squared deviations from the mean, in the unit's square; NaN for none
 */
public record Moments(int n, double mean, double m2) {
    /** Values per unit on the grid of exact sums. */
    public static final double GRID = 1000;
    /** Beyond this not every whole number is a double. */
    public static final double EXACT = 0x1p53;
    /** With more values the numerator of the squared deviations may not fit into 64 bits. */
    public static final int MOST_EXACT = 1000;

    private static final Moments NONE = new Moments(0, Double.NaN, Double.NaN);

    /** @param values finite; left as they are */
    public static Moments of(double[] values, int count) {
        if (count == 0) {
            return NONE;
        }
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double q = Math.rint(values[i] * GRID);
            if (q / GRID != values[i]) {
                return bySize(values, count);
            }
            sum += q;
            squares += q * q;
        }
        return squares > EXACT || count > MOST_EXACT ? bySize(values, count) : exact(count, (long) sum, (long) squares);
    }

    private static Moments exact(int n, long sum, long squares) {
        return new Moments(n, sum / (n * GRID), (n * squares - sum * sum) / (n * GRID * GRID));
    }

    private static Moments bySize(double[] values, int count) {
        var sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        double sum = 0;
        for (double value : sorted) {
            sum += value;
        }
        double mean = sum / count;
        double m2 = 0;
        for (double value : sorted) {
            m2 += (value - mean) * (value - mean);
        }
        return new Moments(count, mean, m2);
    }
}
