package dev.catavento.domain.telemetry;

/**
 * What the rules need to know of a signal, in its stored unit.
 *
 * @param name {@code wind_speed}, {@code power}, …: the rules that join two signals know these two
 * @param circular an angle in degrees, averaged by vector
 * @param min lowest value that can be, negative infinity where there is none
 * @param max highest value that can be, positive infinity where there is none
 * @param stuckAfterSeconds how long one and the same value is believed, in seconds; 0 for ever
 */
public record SignalSpec(String name, boolean circular, double min, double max, long stuckAfterSeconds) {
    public static final String POWER = "power";
    public static final String WIND_SPEED = "wind_speed";

    public boolean power() {
        return POWER.equals(name);
    }

    public boolean windSpeed() {
        return WIND_SPEED.equals(name);
    }

    /** The limits for a turbine: power's follow from its rated power where that is known (kW, else NaN). */
    public double lowest(double ratedPowerKw) {
        return power() && ratedPowerKw > 0 ? PowerLimits.LOWEST_OF_RATED * ratedPowerKw : min;
    }

    public double highest(double ratedPowerKw) {
        return power() && ratedPowerKw > 0 ? PowerLimits.HIGHEST_OF_RATED * ratedPowerKw : max;
    }

    /** Whether this value may stand still for however long: idle or at rated power; power of an unknown turbine too. */
    public boolean mayStand(double value, double ratedPowerKw) {
        return stuckAfterSeconds == 0
                || power() && (!(ratedPowerKw > 0) || value <= 0 || value >= PowerLimits.AT_RATED * ratedPowerKw);
    }
}
