package dev.catavento.systemtests;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** A recorded month of 10-minute statistics as its file has it: rows by turbine and the period's first instant in UTC. */
final class RecordedMonth {
    private static final List<String> COLUMNS =
            List.of("ActivePowerMean", "ActivePowerSD", "WindSpeedMean", "WindSpeedSD", "YawAngleMean", "AmbientTemp");

    private final Map<String, Map<LocalDateTime, Map<String, Double>>> rows = new HashMap<>();

    RecordedMonth(Path parquet) throws SQLException {
        try (var duckdb = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                var statement = duckdb.createStatement()) {
            var row = statement.executeQuery("SELECT TurbineName, epoch_us(TimeStamp_StartFormat::TIMESTAMPTZ), "
                    + String.join(", ", COLUMNS) + " FROM read_parquet('" + parquet + "')");
            while (row.next()) {
                var values = new HashMap<String, Double>();
                for (int i = 0; i < COLUMNS.size(); i++) {
                    double value = row.getDouble(3 + i);
                    if (!row.wasNull()) {
                        values.put(COLUMNS.get(i), value);
                    }
                }
                var start = LocalDateTime.ofEpochSecond(row.getLong(2) / 1_000_000, 0, ZoneOffset.UTC);
                rows.computeIfAbsent(row.getString(1), none -> new HashMap<>()).put(start, values);
            }
        }
    }

    /** What a window of the fixed UTC-03:00 day says; empty where the file has no value. */
    Optional<Double> value(String turbine, LocalDate day, int window, String column) {
        var start = day.atTime(3, 0).plusMinutes(10L * window);
        return Optional.ofNullable(
                rows.get(turbine).getOrDefault(start, Map.of()).get(column));
    }
}
