package dev.catavento.systemtests;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The written rules once more, for one turbine, with exact decimals and without a thought for speed: what the computed
 * windows are compared with. It shares no code with them.
 */
final class SlowReference {
    private static final Duration GAP = Duration.ofMinutes(10);
    private static final Map<String, BigDecimal[]> LIMITS = Map.of(
            "wind_speed",
            limits("0", "60"),
            "power",
            limits("-2000", "30000"),
            "ambient_temperature",
            limits("-40", "60"));
    private static final Map<String, Duration> STUCK = Map.of(
            "wind_speed", Duration.ofMinutes(60),
            "power", Duration.ofMinutes(120),
            "ambient_temperature", Duration.ofHours(6));

    private final BigDecimal rated;
    private final NavigableMap<Instant, Map<String, BigDecimal>> samples = new TreeMap<>();
    private final TreeSet<String> unclear = new TreeSet<>();

    /** @param n number of values; the others exact to 34 digits, null without a value */
    record Window(int n, BigDecimal mean, BigDecimal m2, BigDecimal min, BigDecimal max) {}

    record Row(Instant at, Map<String, BigDecimal> values) {}

    SlowReference(BigDecimal ratedPowerKw) {
        rated = ratedPowerKw;
    }

    /** Windows by signal and number, those with a sample only. */
    Map<String, Map<Integer, Window>> compute(List<Row> rows, Instant dayStart) {
        for (var row : rows) {
            if (!row.at().isBefore(dayStart) && row.at().isBefore(dayStart.plus(Duration.ofDays(1)))) {
                add(row);
            }
        }
        for (var signal : LIMITS.keySet()) {
            dropStuck(signal);
        }
        repairWatts();
        dropBeyond();
        for (var values : samples.values()) {
            var power = values.get("power");
            var wind = values.get("wind_speed");
            boolean producing = power != null && power.compareTo(rated.multiply(new BigDecimal("0.05"))) > 0;
            if (producing && wind != null && wind.signum() == 0) {
                values.put("wind_speed", null);
            }
        }
        var all = new TreeMap<String, Map<Integer, Window>>();
        LIMITS.keySet().forEach(signal -> all.put(signal, windows(signal, dayStart)));
        return all;
    }

    private void add(Row row) {
        var there = samples.get(row.at());
        if (there == null) {
            samples.put(row.at(), new TreeMap<>(row.values()));
            return;
        }
        row.values().forEach((signal, value) -> {
            var old = there.get(signal);
            var key = row.at() + signal;
            if (value != null && !unclear.contains(key)) {
                if (old == null) {
                    there.put(signal, value);
                } else if (old.compareTo(value) != 0) {
                    there.put(signal, null);
                    unclear.add(key);
                }
            }
        });
    }

    private void dropStuck(String signal) {
        var run = new ArrayList<Instant>();
        for (var sample : samples.entrySet()) {
            var at = sample.getKey();
            var value = sample.getValue().get(signal);
            if (unclear.contains(at + signal)) {
                judge(signal, run);
            } else if (value != null) {
                if (!run.isEmpty()
                        && (value.compareTo(samples.get(run.getLast()).get(signal)) != 0
                                || Duration.between(run.getLast(), at).compareTo(GAP) > 0)) {
                    judge(signal, run);
                }
                run.add(at);
            }
        }
        judge(signal, run);
    }

    private void judge(String signal, List<Instant> run) {
        if (!run.isEmpty()) {
            var value = samples.get(run.getFirst()).get(signal);
            var length = Duration.between(run.getFirst(), run.getLast()).plusMinutes(1);
            boolean mayStand = signal.equals("power")
                    && (value.signum() <= 0 || value.compareTo(rated.multiply(new BigDecimal("0.98"))) >= 0);
            if (length.compareTo(STUCK.get(signal)) >= 0 && !mayStand) {
                run.forEach(at -> samples.get(at).put(signal, null));
            }
        }
        run.clear();
    }

    private void repairWatts() {
        var most = rated.multiply(new BigDecimal("1.2"));
        var certain = new TreeSet<Instant>();
        samples.forEach((at, values) -> {
            var power = values.get("power");
            if (power != null
                    && power.compareTo(rated.multiply(BigDecimal.TEN)) > 0
                    && power.movePointLeft(3).compareTo(most) <= 0) {
                certain.add(at);
            }
        });
        var watts = new TreeSet<>(certain);
        samples.forEach((at, values) -> {
            var before = certain.lower(at);
            var after = certain.higher(at);
            boolean nearBefore = before != null && Duration.between(before, at).compareTo(GAP) <= 0;
            boolean nearAfter = after != null && Duration.between(at, after).compareTo(GAP) <= 0;
            boolean between = before != null
                    && after != null
                    && Duration.between(before, after).compareTo(GAP) <= 0;
            boolean beyond = values.get("power") != null && values.get("power").compareTo(most) > 0;
            if (between || beyond && (nearBefore || nearAfter)) {
                watts.add(at);
            }
        });
        for (var at : watts) {
            samples.get(at).computeIfPresent("power", (signal, value) -> value.movePointLeft(3));
        }
    }

    private void dropBeyond() {
        for (var values : samples.values()) {
            for (var signal : LIMITS.keySet()) {
                var limits = signal.equals("power")
                        ? new BigDecimal[] {
                            rated.multiply(new BigDecimal("-0.1")), rated.multiply(new BigDecimal("1.2"))
                        }
                        : LIMITS.get(signal);
                var value = values.get(signal);
                if (value != null && (value.compareTo(limits[0]) < 0 || value.compareTo(limits[1]) > 0)) {
                    values.put(signal, null);
                }
            }
        }
    }

    private Map<Integer, Window> windows(String signal, Instant dayStart) {
        var windows = new TreeMap<Integer, Window>();
        for (int w = 0; w < 144; w++) {
            var from = dayStart.plus(GAP.multipliedBy(w));
            var within = samples.subMap(from, from.plus(GAP)).values();
            if (!within.isEmpty()) {
                windows.put(
                        w,
                        window(within.stream()
                                .map(values -> values.get(signal))
                                .filter(value -> value != null)
                                .toList()));
            }
        }
        return windows;
    }

    private static Window window(List<BigDecimal> values) {
        if (values.isEmpty()) {
            return new Window(0, null, null, null, null);
        }
        var sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var mean = sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128);
        var m2 = values.stream().map(value -> value.subtract(mean).pow(2)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Window(
                values.size(),
                mean,
                m2,
                values.stream().min(BigDecimal::compareTo).orElseThrow(),
                values.stream().max(BigDecimal::compareTo).orElseThrow());
    }

    private static BigDecimal[] limits(String least, String most) {
        return new BigDecimal[] {new BigDecimal(least), new BigDecimal(most)};
    }
}
