package dev.catavento.downsampletelemetry.samples;

import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.downsampletelemetry.engine.SqlTemplate;
import dev.catavento.source.http.SourceFailure;
import dev.catavento.source.telemetry.TelemetrySource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The columns a file has, against those that the source's description names. */
final class FileColumns {
    private static final Set<String> NUMBERS = Set.of(
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "HUGEINT",
            "FLOAT",
            "DOUBLE");

    private final Map<String, String> types = new LinkedHashMap<>();
    private final String file;

    FileColumns(Engine engine, String relation, String file) {
        this.file = file;
        engine.query(
                SqlTemplate.fill(FileColumns.class, "describe.sql", Map.of("relation", relation)),
                row -> types.put(row.getString(1), row.getString(2)));
    }

    /** @throws SourceFailure.BrokenAnswer naming the first column that is not there */
    void require(TelemetrySource source) {
        require(source.stampColumn());
        source.turbineColumn().ifPresent(this::require);
        source.valueColumns().forEach(this::require);
    }

    /** @throws SourceFailure.BrokenAnswer naming the first column that holds no numbers */
    void requireNumbers(TelemetrySource source) {
        for (var column : source.valueColumns()) {
            var type = types.get(column);
            if (!NUMBERS.contains(type) && !type.startsWith("DECIMAL")) {
                throw new SourceFailure.BrokenAnswer(file + ": column " + column + " holds " + type + ", not numbers");
            }
        }
    }

    String type(String column) {
        return types.get(column);
    }

    private void require(String column) {
        if (!types.containsKey(column)) {
            throw new SourceFailure.BrokenAnswer(
                    file + ": there is no column " + column + "; it has " + String.join(", ", types.keySet()));
        }
    }
}
