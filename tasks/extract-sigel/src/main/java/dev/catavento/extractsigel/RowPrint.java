package dev.catavento.extractsigel;

import java.util.Comparator;

/**
 * A row without its number: a 16-byte digest of its attributes, and where it stands.
 *
 * @param x longitude in degrees; NaN where the row has no position
 * @param y latitude in degrees; NaN where the row has no position
 */
record RowPrint(long digestHigh, long digestLow, double x, double y) implements Comparable<RowPrint> {
    static final int BYTES = 4 * Long.BYTES;

    private static final double TOLERANCE_DEGREES = 1e-7;
    private static final Comparator<RowPrint> ORDER = Comparator.comparingLong(RowPrint::digestHigh)
            .thenComparingLong(RowPrint::digestLow)
            .thenComparingDouble(RowPrint::x)
            .thenComparingDouble(RowPrint::y);

    /** The same row without its place. */
    RowPrint anywhere() {
        return new RowPrint(digestHigh, digestLow, Double.NaN, Double.NaN);
    }

    boolean sameAttributes(RowPrint other) {
        return digestHigh == other.digestHigh && digestLow == other.digestLow;
    }

    boolean samePlace(RowPrint other) {
        return near(x, other.x) && near(y, other.y);
    }

    private static boolean near(double a, double b) {
        return Double.isNaN(a) ? Double.isNaN(b) : Math.abs(a - b) <= TOLERANCE_DEGREES;
    }

    @Override
    public int compareTo(RowPrint other) {
        return ORDER.compare(this, other);
    }
}
