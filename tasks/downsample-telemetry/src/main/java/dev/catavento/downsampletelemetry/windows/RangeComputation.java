package dev.catavento.downsampletelemetry.windows;

import dev.catavento.domain.telemetry.SignalSpec;
import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.downsampletelemetry.engine.SqlTemplate;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statistics of a range of turbines, in the engine's temporary table {@code statistics}. */
final class RangeComputation {
    private final Engine engine;
    private final TelemetryDay day;
    private final long cadenceSeconds;
    private final List<SignalSpec> specs;
    private final List<SqlTemplate.Each> signals;
    private final boolean passing;
    private final Found found;

    /** @param passing statistics of the source's own are passed through, none computed from samples */
    RangeComputation(
            Engine engine,
            TelemetryDay day,
            long cadenceSeconds,
            List<SignalSpec> specs,
            List<SqlTemplate.Each> signals,
            boolean passing,
            Found found) {
        this.engine = engine;
        this.day = day;
        this.cadenceSeconds = cadenceSeconds;
        this.specs = specs;
        this.signals = signals;
        this.passing = passing;
        this.found = found;
    }

    void run(List<Turbine> range) {
        putTurbines(range);
        var values = values(range);
        if (passing) {
            engine.execute(sql("pass.sql", values));
            new PassedOddities(engine, specs, found).read();
            engine.execute(sql("passed.sql", values));
        } else {
            engine.execute(sql("aggregate.sql", values));
            engine.execute(sql("dirty.sql", values));
            engine.execute(sql("cleaned.sql", values));
            new Cleaning(engine, day, cadenceSeconds, specs, found).run(sql("samples.sql", values), range);
            engine.execute(sql("statistics.sql", values));
        }
        engine.query(
                sql("counts.sql", Map.of()),
                row -> found.add(row.getLong(4), row.getLong(3), row.getLong(1), row.getLong(2)));
    }

    private void putTurbines(List<Turbine> range) {
        engine.execute(sql("turbines.sql", Map.of()));
        try (var rows = engine.append("turbines")) {
            for (var turbine : range) {
                rows.beginRow().append(turbine.name());
                if (turbine.ratedPowerKw() > 0) {
                    rows.append(turbine.ratedPowerKw());
                } else {
                    rows.appendNull();
                }
                rows.endRow();
            }
        } catch (SQLException e) {
            throw Engine.failure(e);
        }
    }

    private Map<String, String> values(List<Turbine> range) {
        var values = new HashMap<String, String>();
        values.put("day_start", String.valueOf(day.startMicros()));
        values.put("day_end", String.valueOf(day.startMicros() + 86_400_000_000L));
        values.put("cadence_us", String.valueOf(cadenceSeconds * 1_000_000));
        values.put("slot_seconds", String.valueOf(Math.max(cadenceSeconds, 10)));
        values.put("first", SqlTemplate.literal(range.getFirst().name()));
        values.put("last", SqlTemplate.literal(range.getLast().name()));
        return values;
    }

    private String sql(String name, Map<String, String> values) {
        return SqlTemplate.of(RangeComputation.class, name).fill(values, signals);
    }
}
