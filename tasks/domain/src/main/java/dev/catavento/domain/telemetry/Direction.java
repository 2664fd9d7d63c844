package dev.catavento.domain.telemetry;

/**
 * An angle as a vector of length 1, on a grid of 2⁻⁴⁰: sums of up to 8,192 of them are exact, so that they do not depend
 * on the order, nor on whose sine it was.
 */
public final class Direction {
    /** Steps of a unit. */
    public static final double GRID = 0x1p40;

    private Direction() {}

    /** The sine of an angle in degrees, in steps of the grid. */
    public static double sinSteps(double degrees) {
        return Math.rint(StrictMath.sin(StrictMath.toRadians(degrees)) * GRID);
    }

    /** The cosine of an angle in degrees, in steps of the grid. */
    public static double cosSteps(double degrees) {
        return Math.rint(StrictMath.cos(StrictMath.toRadians(degrees)) * GRID);
    }
}
