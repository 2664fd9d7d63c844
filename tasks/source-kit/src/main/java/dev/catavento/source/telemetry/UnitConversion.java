package dev.catavento.source.telemetry;

/**
 * From a source's unit to the stored one: {@code (value + shift) * multiplier / divisor}, computed in this order in
 * doubles, so that every program that does it gets the same bits. Whole factors keep decimal values as near as doubles
 * allow: W to kW is a division by 1000, not a multiplication by 0.001.
 *
 * @param from the source's unit
 * @param to the stored unit
 * @param shift in the source's unit
 */
public record UnitConversion(String from, String to, double shift, double multiplier, double divisor) {

    /** Nothing is converted. */
    public static UnitConversion none(String unit) {
        return new UnitConversion(unit, unit, 0, 1, 1);
    }

    /** True where a value is the same in both units. */
    public boolean identity() {
        return shift == 0 && multiplier == 1 && divisor == 1;
    }

    /** A value on the scale: a mean, a minimum, a maximum. NaN stays NaN. */
    public double value(double value) {
        return identity() ? value : (value + shift) * multiplier / divisor;
    }

    /** A width on the scale, as a standard deviation is: where zero lies does not matter. */
    public double deviation(double width) {
        return identity() ? width : width * multiplier / divisor;
    }
}
