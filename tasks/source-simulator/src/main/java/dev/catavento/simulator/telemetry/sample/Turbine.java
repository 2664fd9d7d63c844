package dev.catavento.simulator.telemetry.sample;

/**
 * A simulated turbine.
 *
 * @param number from 1
 * @param name how the source calls it, such as {@code T-0001}
 */
public record Turbine(int number, String name, double ratedPowerKw) {

    private static final int TURBINES_OF_A_FARM = 25;

    /** Turbines of a farm, from 0, share their weather. */
    int farm() {
        return (number - 1) / TURBINES_OF_A_FARM;
    }
}
