package dev.catavento.downsampletelemetry.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.domain.telemetry.SignalSpec;
import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.downsampletelemetry.engine.EngineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComputationTest {
    private static final TelemetryDay DAY = new TelemetryDay(LocalDate.of(2026, 1, 1));
    private static final List<SignalSpec> SIGNALS = List.of(
            new SignalSpec(SignalSpec.WIND_SPEED, false, 0, 60, 3600),
            new SignalSpec(SignalSpec.POWER, false, -2000, 30_000, 7200));
    /** One of them is silent. */
    private static final List<Turbine> TURBINES = IntStream.range(0, 9)
            .mapToObj(number -> new Turbine("T-" + number, 2000))
            .toList();

    @TempDir
    Path scratch;

    @Test
    void howManyTurbinesAreComputedAtOnceChangesNothing() throws Exception {
        var whole = compute(20);
        assertThat(whole.rows).hasSize(8 * 144 + 1);
        assertThat(whole.found.rules().get("T-3").all().toString()).contains("SENSOR_STUCK", "first");
        for (int atOnce : new int[] {1, 2, 4, 8}) {
            var parts = compute(atOnce);
            assertThat(parts.rows).isEqualTo(whole.rows);
            assertThat(parts.turbines).isSorted().startsWith("T-0").hasSize((9 + atOnce - 1) / atOnce);
            assertThat(parts.found.samples()).isEqualTo(whole.found.samples()).isEqualTo(8 * 1440);
            assertThat(parts.found.windows()).isEqualTo(whole.found.windows());
            assertThat(parts.found.silentTurbines()).isEqualTo(1);
            assertThat(all(parts.found)).isEqualTo(all(whole.found));
        }
    }

    @Test
    void aRangeThatFailsEndsTheWhole() {
        try (var engine = new Engine(scratch)) {
            engine.execute("CREATE VIEW samples AS SELECT 'T-' || i AS turbine, " + DAY.startMicros()
                    + " AS at_us, CASE WHEN i = 5 THEN error('broken')::DOUBLE ELSE 1 END AS x0, 1::DOUBLE AS x1"
                    + " FROM range(9) AS turbine(i)");
            var computation = new Computation(engine, DAY, 60, SIGNALS);
            assertThatThrownBy(() -> computation.run(TURBINES, 1, scratch, blob -> {}))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("broken");
        }
    }

    /** Up to 60 minutes or seconds of a window are bits of a number: none is lost or counted for another. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 10, 12, 60, 300, 600})
    void numberFirstAndLastValueAreRightInEveryCadence(int cadence) throws Exception {
        try (var engine = new Engine(scratch)) {
            int most = 600 / cadence;
            engine.execute("CREATE TABLE samples AS SELECT 'T-0' AS turbine, " + DAY.startMicros()
                    + " + 1000000::BIGINT * (600 * w + " + cadence + " * k) AS at_us,"
                    + " (5 + (w * 31 + k * 7) % 11)::DOUBLE AS x0,"
                    + " CASE WHEN (k + w) % 3 > 0 THEN (100 + (w + k) % 13)::DOUBLE END AS x1"
                    + " FROM range(144) AS window_of_day(w), range(" + most + ") AS part(k)"
                    + " WHERE CASE w % 4 WHEN 0 THEN true WHEN 1 THEN k = w % " + most
                    + " WHEN 2 THEN k % 7 = w % 7 ELSE k >= " + most + " - 2 END");
            var found = new ArrayList<String>();
            new Computation(engine, DAY, cadence, SIGNALS)
                    .run(
                            TURBINES.subList(0, 1),
                            scratch,
                            blob -> engine.query(
                                    "SELECT row(w, wind_speed__n, wind_speed__first, wind_speed__last,"
                                            + " power__n, power__first, power__last)::VARCHAR"
                                            + " FROM read_parquet('" + blob.file() + "') ORDER BY w",
                                    row -> found.add(row.getString(1))));
            var expected = new ArrayList<String>();
            engine.query(
                    "SELECT row(w, count(x0), min(s) FILTER (x0 IS NOT NULL), max(s) FILTER (x0 IS NOT NULL),"
                            + " count(x1), min(s) FILTER (x1 IS NOT NULL), max(s) FILTER (x1 IS NOT NULL))::VARCHAR"
                            + " FROM (SELECT *, (at_us - " + DAY.startMicros() + ") // 600000000 AS w,"
                            + " (at_us - " + DAY.startMicros() + ") % 600000000 // 1000000 AS s FROM samples)"
                            + " GROUP BY w ORDER BY w",
                    row -> expected.add(row.getString(1)));
            assertThat(found).hasSizeGreaterThan(72).isEqualTo(expected);
        }
    }

    private record Computed(List<String> rows, List<String> turbines, Found found) {}

    private Computed compute(int atOnce) throws Exception {
        var folder = Files.createDirectories(scratch.resolve("at-once-" + atOnce));
        try (var engine = new Engine(folder)) {
            engine.execute("CREATE TABLE samples AS SELECT 'T-' || t AS turbine, " + DAY.startMicros()
                    + " + 60000000::BIGINT * i AS at_us, ((i // (1 + 200 * (t % 2))) % 13 + t)::DOUBLE AS x0,"
                    + " 100 + (i % (7 + t))::DOUBLE AS x1 FROM range(8) AS turbine(t), range(1440) AS minute(i)");
            var computation = new Computation(engine, DAY, 60, SIGNALS);
            var rows = new ArrayList<String>();
            var turbines = new ArrayList<String>();
            computation.run(TURBINES, atOnce, folder, blob -> {
                turbines.add(blob.firstTurbine());
                engine.query(
                        "SELECT b::VARCHAR FROM read_parquet('" + blob.file() + "') AS b",
                        row -> rows.add(row.getString(1)));
            });
            return new Computed(rows, turbines, computation.found());
        }
    }

    private static String all(Found found) {
        var all = new TreeMap<String, Object>();
        found.rules().forEach((turbine, counts) -> all.put(turbine, counts.all()));
        return all.toString();
    }
}
