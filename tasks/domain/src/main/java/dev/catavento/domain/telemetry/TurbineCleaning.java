package dev.catavento.domain.telemetry;

import static dev.catavento.domain.telemetry.TelemetryRule.POWER_IN_WATTS;
import static dev.catavento.domain.telemetry.TelemetryRule.SAMPLE_CONFLICT;
import static dev.catavento.domain.telemetry.TelemetryRule.SAMPLE_OFF_GRID;
import static dev.catavento.domain.telemetry.TelemetryRule.SAMPLE_REPEATED;
import static dev.catavento.domain.telemetry.TelemetryRule.SENSOR_STUCK;
import static dev.catavento.domain.telemetry.TelemetryRule.VALUE_NOT_A_NUMBER;
import static dev.catavento.domain.telemetry.TelemetryRule.VALUE_OUT_OF_LIMITS;
import static dev.catavento.domain.telemetry.TelemetryRule.WIND_ZERO_WHILE_PRODUCING;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The rules, applied to one turbine's samples. Whole windows of a day are enough, as long as a run of equal values that a
 * rule may object to comes with all its windows: what is left of a window does not depend on the others then.
 */
public final class TurbineCleaning {
    /** A longer silence ends a run of equal values, and a spell of watts. */
    public static final long LONGEST_GAP_MICROS = 600_000_000L;

    private static final long MICROS = 1_000_000L;
    private static final Supplier<String> NONE = () -> "";

    private final List<SignalSpec> signals;
    private final double ratedPowerKw;
    private final long cadenceMicros;
    private final RuleCounts counts;

    private long[] at;
    private double[][] values;
    private boolean[][] breaks;
    private int size;

    /**
     * @param ratedPowerKw NaN where nobody knows
     * @param counts what the rules do is added here
     */
    public TurbineCleaning(List<SignalSpec> signals, double ratedPowerKw, long cadenceSeconds, RuleCounts counts) {
        this.signals = signals;
        this.ratedPowerKw = ratedPowerKw;
        this.cadenceMicros = cadenceSeconds * MICROS;
        this.counts = counts;
    }

    /** Takes what the windows are made of. */
    @FunctionalInterface
    public interface Windows {
        /** @param statistics one per signal, in their order */
        void take(int window, WindowStatistics[] statistics);
    }

    /** Cleans the samples and hands over each window that had any, in order. */
    public void clean(Samples samples, long dayStartMicros, Windows windows) {
        collapse(samples);
        for (int s = 0; s < signals.size(); s++) {
            dropStuck(s);
        }
        for (int s = 0; s < signals.size(); s++) {
            repairWatts(s);
            dropBeyondLimits(s);
        }
        dropZeroWind();
        handOver(dayStartMicros, windows);
    }

    /** One sample an instant. */
    private void collapse(Samples samples) {
        var order = samples.inOrder();
        at = new long[order.length];
        values = new double[signals.size()][order.length];
        breaks = new boolean[signals.size()][order.length];
        size = 0;
        for (int from = 0; from < order.length; ) {
            int to = from + 1;
            long instant = samples.at(order[from]);
            while (to < order.length && samples.at(order[to]) == instant) {
                to++;
            }
            at[size] = instant;
            boolean conflict = false;
            for (int s = 0; s < signals.size(); s++) {
                conflict |= agree(samples, order, from, to, s);
            }
            if (!conflict && to > from + 1) {
                for (int i = from + 1; i < to; i++) {
                    counts.add(SAMPLE_REPEATED, "", instant, NONE);
                }
            }
            if (Math.floorMod(instant, cadenceMicros) != 0) {
                counts.add(SAMPLE_OFF_GRID, "", instant, NONE);
            }
            size++;
            from = to;
        }
    }

    /** Keeps the one value that samples of an instant name; gives whether they named two. */
    private boolean agree(Samples samples, int[] order, int from, int to, int s) {
        double kept = Double.NaN;
        boolean conflict = false;
        double other = Double.NaN;
        for (int i = from; i < to; i++) {
            double value = samples.value(s, order[i]);
            if (Double.isInfinite(value)) {
                counts.add(VALUE_NOT_A_NUMBER, signals.get(s).name(), at[size], NONE);
                breaks[s][size] = true;
            } else if (!Double.isNaN(value)) {
                if (!Double.isNaN(kept) && kept != value) {
                    conflict = true;
                    other = Double.isNaN(other) ? Math.max(kept, value) : Math.max(other, value);
                    kept = Math.min(kept, value);
                } else {
                    kept = value;
                }
            }
        }
        values[s][size] = conflict ? Double.NaN : kept;
        breaks[s][size] |= conflict;
        if (conflict) {
            double low = kept;
            double high = other;
            counts.add(SAMPLE_CONFLICT, signals.get(s).name(), at[size], () -> say("%s and %s", low, high));
        }
        return conflict;
    }

    /** Watched in the values as they came: a repair must not make or end a run. */
    private void dropStuck(int s) {
        var signal = signals.get(s);
        long longest = signal.stuckAfterSeconds() * MICROS;
        var runs = new Runs(at, values[s], breaks[s], size);
        while (runs.next()) {
            double value = values[s][runs.first()];
            if (runs.length(cadenceMicros) >= longest && !signal.mayStand(value, ratedPowerKw)) {
                for (int i = runs.first(); i <= runs.last(); i++) {
                    drop(s, i, SENSOR_STUCK);
                }
            }
        }
    }

    private void drop(int s, int i, TelemetryRule rule) {
        if (!Double.isNaN(values[s][i])) {
            counts.add(rule, signals.get(s).name(), at[i], () -> text(values[s][i]));
            values[s][i] = Double.NaN;
        }
    }

    /**
     * Ten times rated power and more, and plausible as a thousandth: watts. Between two such samples close by all are
     * watts, and near one whatever is beyond the limit; a value a little beyond it is none by itself.
     */
    private void repairWatts(int s) {
        if (!signals.get(s).power() || !(ratedPowerKw > 0)) {
            return;
        }
        double highest = signals.get(s).highest(ratedPowerKw);
        var plain = new boolean[size];
        for (int i = 0; i < size; i++) {
            plain[i] = values[s][i] > PowerLimits.WATTS_OF_RATED * ratedPowerKw && values[s][i] / 1000 <= highest;
        }
        var watts = new boolean[size];
        int before = -1;
        for (int i = 0; i < size; i++) {
            if (plain[i]) {
                boolean near = before >= 0 && at[i] - at[before] <= LONGEST_GAP_MICROS;
                Arrays.fill(watts, near ? before + 1 : i, i + 1, true);
                before = i;
            } else if (values[s][i] > highest) {
                watts[i] = near(plain, i);
            }
        }
        for (int i = 0; i < size; i++) {
            if (watts[i]) {
                inKilowatts(s, i);
            }
        }
    }

    private boolean near(boolean[] plain, int i) {
        for (int j = i - 1; j >= 0 && at[i] - at[j] <= LONGEST_GAP_MICROS; j--) {
            if (plain[j]) {
                return true;
            }
        }
        for (int j = i + 1; j < size && at[j] - at[i] <= LONGEST_GAP_MICROS; j++) {
            if (plain[j]) {
                return true;
            }
        }
        return false;
    }

    private void inKilowatts(int s, int i) {
        if (!Double.isNaN(values[s][i])) {
            counts.add(POWER_IN_WATTS, signals.get(s).name(), at[i], () -> text(values[s][i]));
            values[s][i] /= 1000;
        }
    }

    private void dropBeyondLimits(int s) {
        var signal = signals.get(s);
        double lowest = signal.lowest(ratedPowerKw);
        double highest = signal.highest(ratedPowerKw);
        for (int i = 0; i < size; i++) {
            if (values[s][i] < lowest || values[s][i] > highest) {
                drop(s, i, VALUE_OUT_OF_LIMITS);
            }
        }
    }

    private void dropZeroWind() {
        int wind = find(SignalSpec.WIND_SPEED);
        int power = find(SignalSpec.POWER);
        if (wind < 0 || power < 0 || !(ratedPowerKw > 0)) {
            return;
        }
        for (int i = 0; i < size; i++) {
            if (values[wind][i] == 0 && values[power][i] > PowerLimits.PRODUCING_OF_RATED * ratedPowerKw) {
                double produced = values[power][i];
                counts.add(WIND_ZERO_WHILE_PRODUCING, SignalSpec.WIND_SPEED, at[i], () -> say("power %s kW", produced));
                values[wind][i] = Double.NaN;
            }
        }
    }

    private int find(String name) {
        for (int s = 0; s < signals.size(); s++) {
            if (signals.get(s).name().equals(name)) {
                return s;
            }
        }
        return -1;
    }

    private void handOver(long dayStart, Windows windows) {
        for (int from = 0; from < size; ) {
            int window = (int) ((at[from] - dayStart) / LONGEST_GAP_MICROS);
            long start = dayStart + window * LONGEST_GAP_MICROS;
            int to = from + 1;
            while (to < size && at[to] < start + LONGEST_GAP_MICROS) {
                to++;
            }
            var statistics = new WindowStatistics[signals.size()];
            for (int s = 0; s < statistics.length; s++) {
                statistics[s] = WindowStatistics.of(signals.get(s).circular(), start, at, values[s], from, to);
            }
            windows.take(window, statistics);
            from = to;
        }
    }

    private static String text(double value) {
        return say("%s", value);
    }

    private static String say(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
