package dev.catavento.downsampletelemetry.windows;

import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.downsampletelemetry.engine.SqlTemplate;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statistics of a range of turbines, as the engine's temporary view {@code statistics}. */
final class RangeComputation {
    /** A window has no more than 60 slots: one bit each. */
    private static final long SHORTEST_SLOT_SECONDS = 10;

    private final Engine engine;
    private final Plan plan;

    RangeComputation(Engine engine, Plan plan) {
        this.engine = engine;
        this.plan = plan;
    }

    void run(List<Turbine> range) {
        putTurbines(range);
        var values = values(range);
        if (plan.passing()) {
            engine.execute(sql("pass.sql", values));
            new PassedOddities(engine, plan.specs(), plan.found()).read();
            engine.execute(sql("passed.sql", values));
        } else {
            engine.execute(sql("aggregate.sql", values));
            engine.execute(sql("dirty.sql", values));
            engine.execute(sql("cleaned.sql", values));
            new Cleaning(engine, plan).run(sql("samples.sql", values), range);
            engine.execute(sql("statistics.sql", values));
        }
        engine.query(
                sql("counts.sql", Map.of()),
                row -> plan.found().add(row.getLong(4), row.getLong(3), row.getLong(1), row.getLong(2)));
    }

    private void putTurbines(List<Turbine> range) {
        engine.execute(sql("turbines.sql", Map.of()));
        try (var rows = engine.append("turbines")) {
            for (int number = 0; number < range.size(); number++) {
                var turbine = range.get(number);
                rows.beginRow().append(number).append(turbine.name());
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
        long slotSeconds = Math.max(plan.cadenceSeconds(), SHORTEST_SLOT_SECONDS);
        values.put("day_start", String.valueOf(plan.day().startMicros()));
        values.put("day_end", String.valueOf(plan.day().endMicros()));
        values.put("day_us", String.valueOf(plan.day().endMicros() - plan.day().startMicros()));
        values.put("slot_seconds", String.valueOf(slotSeconds));
        values.put("slot_us", String.valueOf(slotSeconds * 1_000_000));
        values.put("slots_a_window", String.valueOf(TelemetryDay.WINDOW_SECONDS / slotSeconds));
        values.put("on_grid", onGrid(slotSeconds));
        values.put("first", SqlTemplate.literal(range.getFirst().name()));
        values.put("last", SqlTemplate.literal(range.getLast().name()));
        return values;
    }

    /** In a finer cadence than the slots only what stands at a slot's beginning is told by the slot. */
    private String onGrid(long slotSeconds) {
        var atSlot = "us = p::BIGINT * " + slotSeconds * 1_000_000;
        return plan.cadenceSeconds() == slotSeconds
                ? atSlot
                : atSlot + " AND us % " + plan.cadenceSeconds() * 1_000_000 + " = 0";
    }

    private String sql(String name, Map<String, String> values) {
        return SqlTemplate.of(RangeComputation.class, name).fill(values, plan.signals());
    }
}
