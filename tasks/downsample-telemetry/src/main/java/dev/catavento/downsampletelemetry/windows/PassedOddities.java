package dev.catavento.downsampletelemetry.windows;

import dev.catavento.domain.telemetry.SignalSpec;
import dev.catavento.domain.telemetry.TelemetryRule;
import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.downsampletelemetry.engine.SqlTemplate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What was odd about statistics that were passed through, from the counts that the engine kept. */
final class PassedOddities {
    private final Engine engine;
    private final List<SignalSpec> specs;
    private final Found found;

    PassedOddities(Engine engine, List<SignalSpec> specs, Found found) {
        this.engine = engine;
        this.specs = specs;
        this.found = found;
    }

    void read() {
        for (int i = 0; i < specs.size(); i++) {
            var signal = specs.get(i).name();
            read(TelemetryRule.SAMPLE_CONFLICT, signal, "conflicts" + i, "conflict_at" + i);
            read(TelemetryRule.VALUE_OUT_OF_LIMITS, signal, "beyonds" + i, "beyond_at" + i);
        }
    }

    private void read(TelemetryRule rule, String signal, String count, String at) {
        var sql = SqlTemplate.fill(PassedOddities.class, "passed-oddities.sql", Map.of("count", count, "at", at));
        engine.query(sql, row -> add(rule, signal, row));
    }

    private void add(TelemetryRule rule, String signal, ResultSet row) throws SQLException {
        found.of(row.getString(1)).add(rule, signal, row.getLong(2), row.getLong(3), () -> "");
    }
}
