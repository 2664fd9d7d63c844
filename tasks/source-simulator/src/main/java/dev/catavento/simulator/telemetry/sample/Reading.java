package dev.catavento.simulator.telemetry.sample;

/**
 * A sample as it leaves the source.
 *
 * @param stampMillis the instant written on it, in ms since 1970-01-01T00:00Z
 * @param values in the order of {@link Signal}; NaN where there is none
 * @param nanText bit n set: signal n has no number, but the text NaN
 */
public record Reading(long stampMillis, double[] values, int nanText) {

    public Reading(long stampMillis, double[] values) {
        this(stampMillis, values, 0);
    }

    public double value(Signal signal) {
        return values[signal.ordinal()];
    }

    /** No value, or a text where a number should be. */
    public boolean isMissing(Signal signal) {
        return Double.isNaN(value(signal));
    }

    public boolean isNanText(Signal signal) {
        return (nanText & 1 << signal.ordinal()) != 0;
    }

    public Reading withStamp(long millis) {
        return new Reading(millis, values, nanText);
    }

    public Reading with(Signal signal, double value) {
        double[] changed = values.clone();
        changed[signal.ordinal()] = value;
        return new Reading(stampMillis, changed, nanText & ~(1 << signal.ordinal()));
    }

    public Reading withNanText(Signal signal) {
        Reading without = with(signal, Double.NaN);
        return new Reading(stampMillis, without.values, without.nanText | 1 << signal.ordinal());
    }
}
