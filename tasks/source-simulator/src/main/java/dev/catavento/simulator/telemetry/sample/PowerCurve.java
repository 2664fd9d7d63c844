package dev.catavento.simulator.telemetry.sample;

/** What a turbine makes of the wind: nothing below cut-in and from cut-out on, its rated power in between at most. */
final class PowerCurve {

    static final double CUT_IN_MS = 3;
    static final double RATED_FROM_MS = 12;
    static final double CUT_OUT_MS = 25;
    private static final double CUT_IN_CUBED = CUT_IN_MS * CUT_IN_MS * CUT_IN_MS;
    private static final double RATED_CUBED = RATED_FROM_MS * RATED_FROM_MS * RATED_FROM_MS;

    private PowerCurve() {}

    /** The share of the rated power, 0 to 1: the wind's energy goes with its speed cubed. */
    static double share(double windMs) {
        if (windMs < CUT_IN_MS || windMs >= CUT_OUT_MS) {
            return 0;
        }
        return windMs >= RATED_FROM_MS ? 1 : (windMs * windMs * windMs - CUT_IN_CUBED) / (RATED_CUBED - CUT_IN_CUBED);
    }
}
