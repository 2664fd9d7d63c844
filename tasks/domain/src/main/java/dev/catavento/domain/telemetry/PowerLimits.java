package dev.catavento.domain.telemetry;

/** What a turbine's power can be, in shares of its rated power; the computation in SQL uses the same figures. */
public final class PowerLimits {
    /** Own consumption at standstill. */
    public static final double LOWEST_OF_RATED = -0.1;
    /** Controllers overshoot in gusts, and some turbines have a boost. */
    public static final double HIGHEST_OF_RATED = 1.2;
    /** From here on a value that does not move is the controller's doing. */
    public static final double AT_RATED = 0.98;
    /** So much can only be watts: a hundredth of rated power, in the wrong unit. */
    public static final double WATTS_OF_RATED = 10;
    /** A turbine that gives so much has wind. */
    public static final double PRODUCING_OF_RATED = 0.05;

    private PowerLimits() {}
}
