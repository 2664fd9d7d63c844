package dev.catavento.exporttableau.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as text: no exponent, no grouping, a decimal point, nothing that depends on a locale. */
public final class PlainNumber {
    private static final double EXACT_WHOLE_NUMBERS = 1L << 53;
    private static final double MICRO = 1e6;

    private PlainNumber() {}

    /** The shortest decimal that reads back as the same number; whole numbers without a point. */
    public static String shortest(double value) {
        if (value == Math.rint(value) && Math.abs(value) < EXACT_WHOLE_NUMBERS) {
            return Long.toString((long) value);
        }
        var text = Double.toString(value);
        return text.indexOf('E') < 0
                ? text
                : new BigDecimal(text).stripTrailingZeros().toPlainString();
    }

    /** Six decimals, rounded as the exact binary value demands: about 11 cm on the ground. */
    public static String coordinate(double degrees) {
        long micro = micro(Math.abs(degrees));
        var digits = Long.toString(micro % 1_000_000 + 1_000_000);
        return (degrees < 0 && micro > 0 ? "-" : "") + micro / 1_000_000 + '.' + digits.substring(1);
    }

    private static long micro(double degrees) {
        double scaled = degrees * MICRO;
        long floor = (long) scaled;
        double rest = scaled - floor;
        // the product is rounded itself: where it lies near a half only the exact value tells
        if (Math.abs(rest - 0.5) < 1e-3) {
            return new BigDecimal(degrees)
                    .movePointRight(6)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
        }
        return rest > 0.5 ? floor + 1 : floor;
    }
}
