package dev.catavento.domain.telemetry;

/**
 * What is known of one signal in one window.
 *
 * @param moments of a linear signal; only the number for a circular one
 * @param min,max of a linear signal, NaN without a value
 * @param firstSecond,lastSecond second within the window of the first and the last value, −1 without one
 * @param sinSteps,cosSteps sums of a circular signal, in steps of {@link Direction#GRID}
 */
public record WindowStatistics(
        Moments moments, double min, double max, int firstSecond, int lastSecond, double sinSteps, double cosSteps) {

    /** @param atMicros instants within the window, in order; values beside them, NaN where there is none */
    static WindowStatistics of(boolean circular, long windowStart, long[] atMicros, double[] values, int from, int to) {
        var found = new double[to - from];
        int n = 0;
        int first = -1;
        int last = -1;
        double min = Double.NaN;
        double max = Double.NaN;
        double sin = 0;
        double cos = 0;
        for (int i = from; i < to; i++) {
            double value = values[i];
            if (Double.isNaN(value)) {
                continue;
            }
            last = (int) ((atMicros[i] - windowStart) / 1_000_000);
            first = n == 0 ? last : first;
            min = n == 0 || value < min ? value : min;
            max = n == 0 || value > max ? value : max;
            if (circular) {
                sin += Direction.sinSteps(value);
                cos += Direction.cosSteps(value);
            }
            found[n++] = value;
        }
        return circular
                ? new WindowStatistics(
                        new Moments(n, Double.NaN, Double.NaN), Double.NaN, Double.NaN, first, last, sin, cos)
                : new WindowStatistics(Moments.of(found, n), min, max, first, last, 0, 0);
    }
}
