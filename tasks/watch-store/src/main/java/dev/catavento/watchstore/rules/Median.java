package dev.catavento.watchstore.rules;

import java.util.List;

/** The middle of values, which a few odd ones do not move. */
final class Median {
    private Median() {}

    /** @param values at least one */
    static double of(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** Median absolute deviation from the median: how far values usually lie from it. */
    static double deviation(List<Double> values) {
        var median = of(values);
        return of(values.stream().map(value -> Math.abs(value - median)).toList());
    }
}
