package dev.catavento.domain.telemetry;

import java.util.Arrays;
import java.util.UUID;

/**
 * The statistics of one signal of one turbine on one day: an array of {@link #WINDOWS} for each, NaN where there is
 * none. What a window without a sample has in {@link #first} and {@link #last} does not matter.
 */
public final class SignalDay {
    public static final int WINDOWS = 144;

    public final boolean circular;
    /** Samples that a full window has. */
    public final int nExpected;
    /** True where the deviation is the source's own, so that it is pooled over n, not over n - 1. */
    public final boolean given;

    public final short[] n = new short[WINDOWS];
    public final double[] mean = unknown();
    public final double[] m2 = unknown();
    public final double[] min = unknown();
    public final double[] max = unknown();
    /** Sums of sines and cosines of a circular signal. */
    public final double[] sumSin = unknown();

    public final double[] sumCos = unknown();
    /** Second within the window of the first valid sample. */
    public final short[] first = new short[WINDOWS];

    public final short[] last = new short[WINDOWS];

    public SignalDay(boolean circular, int nExpected, boolean given) {
        this.circular = circular;
        this.nExpected = nExpected;
        this.given = given;
    }

    /** True where the window says the same in both. */
    public boolean same(SignalDay other, int w) {
        return n[w] == other.n[w]
                && (n[w] == 0
                        || first[w] == other.first[w]
                                && last[w] == other.last[w]
                                && same(mean[w], other.mean[w])
                                && same(m2[w], other.m2[w])
                                && same(min[w], other.min[w])
                                && same(max[w], other.max[w])
                                && same(sumSin[w], other.sumSin[w])
                                && same(sumCos[w], other.sumCos[w]));
    }

    /** Tells two days apart that differ in anything; a negative zero is a zero. */
    public UUID digest() {
        var digest = new ArrayDigest().add(nExpected).add(given ? 1 : 0);
        for (int w = 0; w < WINDOWS; w++) {
            digest.add(n[w]);
            if (n[w] > 0) {
                digest.add((long) first[w] << 16 | last[w])
                        .add(mean[w])
                        .add(min[w])
                        .add(max[w]);
                if (circular) {
                    digest.add(sumSin[w]).add(sumCos[w]);
                } else {
                    digest.add(m2[w]);
                }
            }
        }
        return digest.value();
    }

    private static boolean same(double a, double b) {
        return a == b || Double.isNaN(a) && Double.isNaN(b);
    }

    private static double[] unknown() {
        var values = new double[WINDOWS];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
