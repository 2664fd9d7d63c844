package dev.catavento.downsampletelemetry.windows;

import dev.catavento.domain.telemetry.Samples;
import dev.catavento.domain.telemetry.SignalSpec;
import dev.catavento.domain.telemetry.TurbineCleaning;
import dev.catavento.domain.telemetry.WindowStatistics;
import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.downsampletelemetry.engine.SqlTemplate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBAppender;

/** The dirty windows, read again and given to the rules, turbine by turbine, into the engine's {@code cleaned}. */
final class Cleaning {
    private final Engine engine;
    private final Plan plan;
    private final List<SignalSpec> specs;

    Cleaning(Engine engine, Plan plan) {
        this.engine = engine;
        this.plan = plan;
        this.specs = plan.specs();
    }

    void run(String samplesSql, List<Turbine> range) {
        if (engine.number(SqlTemplate.fill(Cleaning.class, "dirty-count.sql", Map.of())) == 0) {
            return;
        }
        try (var cleaned = engine.append("cleaned")) {
            var reading = new Reading(cleaned, range);
            engine.query(samplesSql, reading::take);
            reading.finish();
        } catch (SQLException e) {
            throw Engine.failure(e);
        }
    }

    private final class Reading {
        private final DuckDBAppender cleaned;
        private final List<Turbine> range;
        private final Samples samples = new Samples(specs.size());
        private final double[] row = new double[specs.size()];
        private int number = -1;

        Reading(DuckDBAppender cleaned, List<Turbine> range) {
            this.cleaned = cleaned;
            this.range = range;
        }

        void take(ResultSet sample) throws SQLException {
            int next = sample.getInt(1);
            if (next != number) {
                finish();
                number = next;
            }
            for (int s = 0; s < row.length; s++) {
                double value = sample.getDouble(3 + s);
                row[s] = sample.wasNull() ? Double.NaN : value;
            }
            samples.add(sample.getLong(2), row);
        }

        void finish() throws SQLException {
            if (number >= 0) {
                var turbine = range.get(number);
                var counts = plan.found().of(turbine.name());
                var cleaning = new TurbineCleaning(specs, turbine.ratedPowerKw(), plan.cadenceSeconds(), counts);
                cleaning.clean(samples, plan.day().startMicros(), this::append);
                samples.clear();
            }
        }

        private void append(int window, WindowStatistics[] statistics) {
            try {
                cleaned.beginRow().append(number).append((short) window);
                for (int s = 0; s < statistics.length; s++) {
                    append(statistics[s], specs.get(s).circular());
                }
                cleaned.endRow();
            } catch (SQLException e) {
                throw Engine.failure(e);
            }
        }

        private void append(WindowStatistics one, boolean circular) throws SQLException {
            int n = one.moments().n();
            cleaned.append((long) n);
            if (n == 0) {
                for (int column = 0; column < 8; column++) {
                    cleaned.appendNull();
                }
            } else if (circular) {
                cleaned.appendNull().appendNull().appendNull().appendNull();
                cleaned.append((short) one.firstSecond()).append((short) one.lastSecond());
                cleaned.append(one.sinSteps()).append(one.cosSteps());
            } else {
                cleaned.append(one.moments().mean())
                        .append(one.moments().m2())
                        .append(one.min())
                        .append(one.max());
                cleaned.append((short) one.firstSecond()).append((short) one.lastSecond());
                cleaned.appendNull().appendNull();
            }
        }
    }
}
