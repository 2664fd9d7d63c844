package dev.catavento.store.raw;

import dev.catavento.store.CopyText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;

/** Writes a telemetry day into {@code raw}, within one transaction of the caller's: bodies and statistics first. */
public final class TelemetryLanding {
    private static final String PAGE =
            "INSERT INTO raw.page (sha256, byte_count, body_gzip) VALUES (?, ?, ?) ON CONFLICT (sha256) DO NOTHING";
    private static final String DAY = """
            INSERT INTO raw.telemetry_day (source, day, shard_index, shard_count, captured_at, run_id, kind, cadence_seconds,
                zone, input_sha256, statistics_sha256, settings_sha256, rules_version, sample_count, valid_count,
                turbine_count, window_count, issues)
            VALUES (?, ?, ?, ?, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            RETURNING telemetry_day_id
            """;
    private static final String INPUT =
            "INSERT INTO raw.telemetry_input (telemetry_day_id, ordinal, url, sha256) VALUES (?, ?, ?, ?)";
    private static final String STATISTICS = """
            INSERT INTO raw.telemetry_statistics
                (telemetry_day_id, ordinal, first_turbine, last_turbine, row_count, sha256, body)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private final Connection connection;

    TelemetryLanding(Connection connection) {
        this.connection = connection;
    }

    /** A failure of the driver on its way through code that knows none. */
    static final class Broken extends RuntimeException {
        Broken(SQLException cause) {
            super(cause);
        }

        SQLException cause() {
            return (SQLException) getCause();
        }
    }

    /** One statement's work. */
    @FunctionalInterface
    private interface Step<T> {
        T run() throws SQLException;
    }

    /** @param gzip file that holds the body packed */
    public void addPage(byte[] sha256, long bytes, Path gzip) {
        step(() -> {
            try (var insert = connection.prepareStatement(PAGE);
                    var body = Files.newInputStream(gzip)) {
                insert.setBytes(1, sha256);
                insert.setLong(2, bytes);
                insert.setBinaryStream(3, body, Files.size(gzip));
                return insert.executeUpdate();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Adds the day itself, and gives its number. */
    public long addDay(NewTelemetryDay day) {
        return step(() -> {
            long id;
            try (var insert = connection.prepareStatement(DAY)) {
                int column = 0;
                insert.setString(++column, day.source());
                insert.setObject(++column, day.day());
                insert.setInt(++column, day.shardIndex());
                insert.setInt(++column, day.shardCount());
                insert.setString(++column, day.capturedAt().toString());
                insert.setString(++column, day.runId());
                insert.setString(++column, day.kind());
                insert.setInt(++column, day.cadenceSeconds());
                insert.setString(++column, day.zone());
                insert.setBytes(++column, day.inputSha256());
                insert.setBytes(++column, day.statisticsSha256());
                insert.setBytes(++column, day.settingsSha256());
                insert.setString(++column, day.rulesVersion());
                insert.setLong(++column, day.samples());
                insert.setLong(++column, day.values());
                insert.setInt(++column, day.turbines().size());
                insert.setLong(++column, day.windows());
                insert.setObject(++column, day.issuesJson(), Types.OTHER);
                var row = insert.executeQuery();
                row.next();
                id = row.getLong(1);
            }
            addParts(id, day);
            return id;
        });
    }

    public void addInput(long id, int ordinal, String url, byte[] sha256) {
        step(() -> {
            try (var insert = connection.prepareStatement(INPUT)) {
                insert.setLong(1, id);
                insert.setInt(2, ordinal);
                insert.setString(3, url);
                insert.setBytes(4, sha256);
                return insert.executeUpdate();
            }
        });
    }

    public void addStatistics(long id, int ordinal, String first, String last, long rows, byte[] sha256, Path file) {
        step(() -> {
            try (var insert = connection.prepareStatement(STATISTICS);
                    var body = Files.newInputStream(file)) {
                insert.setLong(1, id);
                insert.setInt(2, ordinal);
                insert.setString(3, first);
                insert.setString(4, last);
                insert.setLong(5, rows);
                insert.setBytes(6, sha256);
                insert.setBinaryStream(7, body, Files.size(file));
                return insert.executeUpdate();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void addParts(long id, NewTelemetryDay day) throws SQLException {
        try (var copy = new CopyText(
                connection, "raw.telemetry_turbine (telemetry_day_id, turbine, turbine_id, rated_power_kw)")) {
            for (var turbine : day.turbines()) {
                copy.add(id)
                        .add(turbine.name())
                        .add(turbine.turbineId())
                        .add(turbine.ratedPowerKw())
                        .endRow();
            }
        }
        try (var copy = new CopyText(
                connection, "raw.telemetry_signal (telemetry_day_id, ordinal, signal, unit, tag, circular)")) {
            int ordinal = 0;
            for (var signal : day.signals()) {
                copy.add(id)
                        .add(ordinal++)
                        .add(signal.name())
                        .add(signal.unit())
                        .add(signal.tag());
                copy.add(signal.circular()).endRow();
            }
        }
        try (var copy = new CopyText(
                connection,
                "raw.telemetry_issue (telemetry_day_id, rule, severity, turbine, signal, sample_count, first_at, example)")) {
            for (var issue : day.issues()) {
                copy.add(id)
                        .add(issue.rule())
                        .add(issue.severity())
                        .add(issue.turbine())
                        .add(issue.signal());
                copy.add(issue.samples())
                        .add(issue.firstAt())
                        .add(issue.example())
                        .endRow();
            }
        }
    }

    private static <T> T step(Step<T> step) {
        try {
            return step.run();
        } catch (SQLException e) {
            throw new Broken(e);
        }
    }
}
