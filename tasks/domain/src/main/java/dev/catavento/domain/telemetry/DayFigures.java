package dev.catavento.domain.telemetry;

/**
 * A signal's whole day, joined from its windows in their order; NaN where there is none.
 *
 * @param windows windows with a sample
 * @param windowsValid windows whose coverage is {@link #LEAST_COVERAGE} at least
 * @param mean of a circular signal the mean direction in degrees, NaN where the resultant is below 0.1
 * @param firstSecond second of the day of the first valid sample, -1 where there is none
 */
public record DayFigures(
        int windows,
        int windowsValid,
        int n,
        double mean,
        double m2,
        double min,
        double max,
        double sumSin,
        double sumCos,
        int firstSecond,
        int lastSecond) {
    public static final double LEAST_COVERAGE = 0.9;
    private static final double LEAST_RESULTANT = 0.1;
    private static final int SECONDS = 600;

    public static DayFigures of(SignalDay day) {
        var moments = new JoinedMoments();
        int windows = 0;
        int valid = 0;
        double min = Double.NaN;
        double max = Double.NaN;
        double sin = 0;
        double cos = 0;
        int first = -1;
        int last = -1;
        for (int w = 0; w < SignalDay.WINDOWS; w++) {
            if (day.n[w] == 0) {
                continue;
            }
            windows++;
            valid += day.n[w] >= LEAST_COVERAGE * day.nExpected ? 1 : 0;
            moments.add(day.n[w], day.mean[w], day.m2[w]);
            min = min <= day.min[w] || Double.isNaN(day.min[w]) ? min : day.min[w];
            max = max >= day.max[w] || Double.isNaN(day.max[w]) ? max : day.max[w];
            sin += day.sumSin[w];
            cos += day.sumCos[w];
            first = first < 0 ? w * SECONDS + day.first[w] : first;
            last = w * SECONDS + day.last[w];
        }
        int n = (int) moments.n();
        if (day.circular) {
            double direction = n == 0 ? Double.NaN : direction(sin, cos, n);
            return new DayFigures(
                    windows, valid, n, direction, Double.NaN, Double.NaN, Double.NaN, sin, cos, first, last);
        }
        return new DayFigures(
                windows, valid, n, moments.mean(), moments.m2(), min, max, Double.NaN, Double.NaN, first, last);
    }

    private static double direction(double sin, double cos, int n) {
        if (Math.hypot(sin, cos) / n < LEAST_RESULTANT) {
            return Double.NaN;
        }
        double degrees = Math.toDegrees(Math.atan2(sin, cos));
        return degrees < 0 ? degrees + 360 : degrees;
    }
}
