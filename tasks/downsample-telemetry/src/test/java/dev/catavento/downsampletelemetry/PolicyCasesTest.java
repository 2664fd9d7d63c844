package dev.catavento.downsampletelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.catavento.domain.telemetry.RuleCounts;
import dev.catavento.domain.telemetry.Samples;
import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.domain.telemetry.TurbineCleaning;
import dev.catavento.domain.telemetry.WindowStatistics;
import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.downsampletelemetry.samples.SampleCensus;
import dev.catavento.downsampletelemetry.samples.SampleTable;
import dev.catavento.downsampletelemetry.samples.Stamps;
import dev.catavento.downsampletelemetry.windows.Computation;
import dev.catavento.downsampletelemetry.windows.Turbine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The written policy, case by case, through stamps, engine and rules; figures worked out by hand. */
class PolicyCasesTest {
    private static final List<String> SIGNALS = List.of("wind_speed", "power", "wind_direction");
    private static final String TURBINE = "A";

    @TempDir
    Path scratch;

    static Stream<PolicyCase> cases() throws IOException {
        return PolicyCase.all().stream();
    }

    /** A window as the engine leaves it: n, mean, m2, min, max, first and last second, by signal. */
    private record Computed(Map<Integer, Map<String, double[]>> windows, Map<String, Long> issues) {}

    @Test
    void thereAreEnoughOfThem() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheWindowsWorkedOutByHand(PolicyCase one) throws InterruptedException {
        var computed = compute(one, one.rows);
        for (var expected : one.windows) {
            var found = computed.windows.get(Integer.parseInt(expected[0])).get(expected[1]);
            assertThat(found[0]).as("n").isEqualTo(Double.parseDouble(expected[2]));
            same("mean", found[1], expected[3]);
            same("min", found[3], expected[4]);
            same("max", found[4], expected[5]);
            same("std", found[0] < 2 ? Double.NaN : Math.sqrt(found[2] / (found[0] - 1)), expected[6]);
        }
        assertThat(computed.issues).isEqualTo(one.issues);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOrderOfSamplesChangesNoBit(PolicyCase one) throws InterruptedException {
        if (one.tellsByOrder()) {
            return;
        }
        var shuffled = new ArrayList<>(one.rows);
        Collections.shuffle(shuffled, new Random(7));
        assertThat(bits(compute(one, shuffled))).isEqualTo(bits(compute(one, one.rows)));
    }

    /** Sums over all, and sample by sample: two ways to one result. */
    @ParameterizedTest
    @MethodSource("cases")
    void theRulesAloneGiveTheSameBits(PolicyCase one) throws InterruptedException {
        var source = PolicySources.of(one.settings);
        var day = new TelemetryDay(one.day());
        var samples = new Samples(SIGNALS.size());
        var stamps = new Stamps(source, day);
        for (var row : one.rows) {
            long at = stamps.toMicros(row.stamp());
            if (at >= day.startMicros() && at < day.startMicros() + 86_400_000_000L) {
                samples.add(at, row.values());
            }
        }
        var alone = new TreeMap<Integer, Map<String, double[]>>();
        new TurbineCleaning(
                        DayRun.specs(source),
                        PolicySources.rated(one.settings),
                        source.cadence().toSeconds(),
                        new RuleCounts())
                .clean(samples, day.startMicros(), (w, statistics) -> alone.put(w, byName(statistics)));
        var engine = compute(one, one.rows).windows;
        assertThat(alone.keySet()).isEqualTo(engine.keySet());
        alone.forEach((w, signals) -> signals.forEach((name, values) -> {
            if (!name.equals("wind_direction")) {
                assertThat(engine.get(w).get(name)).as(w + " " + name).containsExactly(values);
            }
        }));
    }

    private Computed compute(PolicyCase one, List<PolicyCase.Row> rows) throws InterruptedException {
        var source = PolicySources.of(one.settings);
        var day = new TelemetryDay(one.day());
        try (var engine = new Engine(scratch)) {
            var stamps = new Stamps(source, day);
            try (var table = new SampleTable(engine, source)) {
                int attempt = table.begin();
                rows.forEach(row -> table.add(attempt, TURBINE, stamps.toMicros(row.stamp()), row.values()));
            }
            var census = new SampleCensus(engine, day, source, new TreeSet<>(List.of(TURBINE)), name -> true);
            var computation = new Computation(engine, day, source.cadence().toSeconds(), DayRun.specs(source));
            computation.run(List.of(new Turbine(TURBINE, PolicySources.rated(one.settings))), scratch, blob -> {});
            var issues = new TreeMap<String, Long>();
            new FoundIssues(census, Map.of(TURBINE, stamps), computation.found())
                    .all()
                    .forEach(issue -> issues.merge(issue.rule(), issue.samples(), Long::sum));
            return new Computed(windows(engine), issues);
        }
    }

    private static Map<Integer, Map<String, double[]>> windows(Engine engine) {
        var windows = new TreeMap<Integer, Map<String, double[]>>();
        for (var signal : SIGNALS) {
            var columns = Stream.of("n", "mean", "m2", "min", "max", "first", "last")
                    .map(column -> "\"" + signal + "__" + column + "\"::DOUBLE")
                    .toList();
            engine.query("SELECT w, " + String.join(", ", columns) + " FROM statistics WHERE w >= 0", row -> {
                var values = new double[columns.size()];
                for (int i = 0; i < values.length; i++) {
                    double value = row.getDouble(2 + i);
                    values[i] = row.wasNull() ? Double.NaN : value;
                }
                windows.computeIfAbsent(row.getInt(1), none -> new TreeMap<>()).put(signal, values);
            });
        }
        return windows;
    }

    private static Map<String, double[]> byName(WindowStatistics[] statistics) {
        var byName = new TreeMap<String, double[]>();
        for (int s = 0; s < statistics.length; s++) {
            var one = statistics[s];
            byName.put(SIGNALS.get(s), new double[] {
                one.moments().n(),
                one.moments().mean(),
                one.moments().m2(),
                one.min(),
                one.max(),
                one.moments().n() == 0 ? Double.NaN : one.firstSecond(),
                one.moments().n() == 0 ? Double.NaN : one.lastSecond()
            });
        }
        return byName;
    }

    private static String bits(Computed computed) {
        var text = new StringBuilder(computed.issues.toString());
        computed.windows.forEach((w, signals) -> signals.forEach((name, values) -> {
            text.append('\n').append(w).append(' ').append(name);
            for (double value : values) {
                text.append(' ').append(Double.doubleToLongBits(value));
            }
        }));
        return text.toString();
    }

    private static void same(String what, double found, String expected) {
        double wanted = PolicyCase.number(expected);
        if (Double.isNaN(wanted)) {
            assertThat(found).as(what).isNaN();
        } else {
            assertThat(found).as(what).isCloseTo(wanted, within(1e-9 * Math.max(1, Math.abs(wanted))));
        }
    }
}
