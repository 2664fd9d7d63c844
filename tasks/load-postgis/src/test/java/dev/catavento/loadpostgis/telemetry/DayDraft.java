package dev.catavento.loadpostgis.telemetry;

import dev.catavento.domain.telemetry.Shard;
import dev.catavento.testsupport.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntToDoubleFunction;
import org.duckdb.DuckDBDriver;

/**
 * A day of a source as downsampling would leave it in {@code raw}, made of minutes that a test gives: NaN is a minute
 * that is not there. The Parquet blobs are DuckDB's.
 */
final class DayDraft {
    private static final int MINUTES = 1440;

    final String source;
    final LocalDate day;
    Shard shard = Shard.WHOLE;
    boolean statistics;
    int turbinesInABlob = 1000;
    private final Map<String, Boolean> circular = new LinkedHashMap<>();
    private final Map<String, String> units = new LinkedHashMap<>();
    private final TreeMap<String, Map<String, double[]>> minutes = new TreeMap<>();
    private final Map<String, UUID> ids = new TreeMap<>();
    private final Map<String, Double> ratedPower = new TreeMap<>();
    private final List<Object[]> issues = new ArrayList<>();

    DayDraft(String source, LocalDate day) {
        this.source = source;
        this.day = day;
    }

    DayDraft linear(String signal, String unit) {
        circular.put(signal, false);
        units.put(signal, unit);
        return this;
    }

    DayDraft circular(String signal) {
        circular.put(signal, true);
        units.put(signal, "°");
        return this;
    }

    /** A turbine that was asked for; it has no minute until some are given. */
    DayDraft turbine(String name) {
        minutes.putIfAbsent(name, new LinkedHashMap<>());
        return this;
    }

    DayDraft mapped(String name, UUID id, Double ratedPowerKw) {
        ids.put(name, id);
        ratedPower.put(name, ratedPowerKw);
        return turbine(name);
    }

    DayDraft minutes(String turbine, String signal, IntToDoubleFunction value) {
        var values = new double[MINUTES];
        for (int minute = 0; minute < MINUTES; minute++) {
            values[minute] = value.applyAsDouble(minute);
        }
        turbine(turbine).minutes.get(turbine).put(signal, values);
        return this;
    }

    DayDraft set(String turbine, String signal, int minute, double value) {
        minutes.get(turbine).get(signal)[minute] = value;
        return this;
    }

    DayDraft without(String turbine) {
        minutes.remove(turbine);
        return this;
    }

    DayDraft issue(String rule, String severity, String turbine, String signal, long count, String example) {
        issues.add(new Object[] {rule, severity, turbine, signal, count, example});
        return this;
    }

    double[] values(String turbine, String signal) {
        return minutes.get(turbine).get(signal);
    }

    /** Puts it into raw as the newest of its source, day and shard; returns its number. */
    long land(TestStore store) {
        try (var connection = store.superuser()) {
            connection.setAutoCommit(false);
            var names = List.copyOf(minutes.keySet());
            var blobs = new ArrayList<byte[]>();
            for (int from = 0; from < names.size(); from += turbinesInABlob) {
                blobs.add(parquet(names.subList(from, Math.min(names.size(), from + turbinesInABlob))));
            }
            var whole = MessageDigest.getInstance("SHA-256");
            blobs.forEach(whole::update);
            long id = day(connection, whole.digest());
            for (int i = 0; i < blobs.size(); i++) {
                var range = names.subList(i * turbinesInABlob, Math.min(names.size(), (i + 1) * turbinesInABlob));
                update(
                        connection,
                        "INSERT INTO raw.telemetry_statistics VALUES (?, ?, ?, ?, ?, sha256(?), ?)",
                        id,
                        i + 1,
                        range.getFirst(),
                        range.getLast(),
                        range.stream().mapToInt(this::rows).sum(),
                        blobs.get(i),
                        blobs.get(i));
            }
            for (var name : names) {
                update(
                        connection,
                        "INSERT INTO raw.telemetry_turbine VALUES (?, ?, ?, ?)",
                        id,
                        name,
                        ids.get(name),
                        ratedPower.get(name));
            }
            int ordinal = 0;
            for (var signal : circular.keySet()) {
                update(
                        connection,
                        "INSERT INTO raw.telemetry_signal VALUES (?, ?, ?, ?, ?, ?)",
                        id,
                        ++ordinal,
                        signal,
                        units.get(signal),
                        "TAG_" + signal,
                        circular.get(signal));
            }
            for (var issue : issues) {
                update(
                        connection,
                        "INSERT INTO raw.telemetry_issue VALUES (?, ?, ?, ?, ?, ?, ?::date + interval '3 hours', ?)",
                        id,
                        issue[0],
                        issue[1],
                        issue[2],
                        issue[3],
                        issue[4],
                        day,
                        issue[5]);
            }
            connection.commit();
            return id;
        } catch (SQLException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private long day(Connection connection, byte[] sha256) throws SQLException {
        long valid = 0;
        int rows = 0;
        for (var turbine : minutes.keySet()) {
            rows += rows(turbine);
            for (var signal : circular.keySet()) {
                for (int w = 0; w < 144; w++) {
                    valid += window(turbine, signal, w).n();
                }
            }
        }
        try (var insert = connection.prepareStatement("""
                INSERT INTO raw.telemetry_day (source, day, shard_index, shard_count, captured_at, kind, cadence_seconds,
                    zone, statistics_sha256, settings_sha256, rules_version, sample_count, valid_count, turbine_count,
                    window_count)
                VALUES (?, ?, ?, ?, now(), ?, ?, '-03:00', ?, sha256(''), 'test-1', ?, ?, ?, ?) RETURNING telemetry_day_id
                """)) {
            Object[] values = {
                source,
                day,
                shard.index(),
                shard.count(),
                statistics ? "statistics" : "samples",
                statistics ? 600 : 60,
                sha256,
                valid,
                valid,
                minutes.size(),
                rows
            };
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            var row = insert.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    /** What ten minutes come to, worked out in the plainest way. */
    record Window(
            int n,
            Double mean,
            Double m2,
            Double min,
            Double max,
            Integer first,
            Integer last,
            Double sin,
            Double cos) {}

    Window window(String turbine, String signal, int w) {
        var of = minutes.get(turbine).get(signal);
        var values = new ArrayList<Double>();
        int first = -1;
        int last = -1;
        for (int minute = w * 10; of != null && minute < w * 10 + 10; minute++) {
            if (!Double.isNaN(of[minute])) {
                values.add(of[minute]);
                first = first < 0 ? minute % 10 * 60 : first;
                last = minute % 10 * 60;
            }
        }
        int n = values.size();
        if (n == 0) {
            return new Window(0, null, null, null, null, null, null, null, null);
        }
        if (circular.get(signal)) {
            double sin = values.stream()
                    .mapToDouble(v -> Math.sin(Math.toRadians(v)))
                    .sum();
            double cos = values.stream()
                    .mapToDouble(v -> Math.cos(Math.toRadians(v)))
                    .sum();
            double degrees = Math.toDegrees(Math.atan2(sin, cos));
            var mean = Math.hypot(sin, cos) / n < 0.1
                    ? null
                    : degrees < 0 ? Double.valueOf(degrees + 360) : Double.valueOf(degrees);
            return new Window(n, mean, null, null, null, first, last, sin, cos);
        }
        double mean = values.stream().mapToDouble(v -> v).sum() / n;
        double m2 = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        double min = values.stream().mapToDouble(v -> v).min().orElseThrow();
        double max = values.stream().mapToDouble(v -> v).max().orElseThrow();
        // a source of statistics: one value a window, with the deviation it gave
        return statistics
                ? new Window(1, mean, m2 / n, min, max, 0, 0, null, null)
                : new Window(n, mean, m2, min, max, first, last, null, null);
    }

    private int rows(String turbine) {
        int rows = 0;
        for (int w = 0; w < 144; w++) {
            int at = w;
            rows += circular.keySet().stream()
                            .anyMatch(signal -> window(turbine, signal, at).n() > 0)
                    ? 1
                    : 0;
        }
        return Math.max(1, rows);
    }

    private byte[] parquet(List<String> turbines) {
        try (var duckdb = new DuckDBDriver().connect("jdbc:duckdb:", new java.util.Properties());
                var statement = duckdb.createStatement()) {
            var columns = new StringBuilder("turbine VARCHAR, w SMALLINT");
            circular.forEach((signal, round) -> columns.append(
                    ", S__n SMALLINT, S__mean DOUBLE, S__m2 DOUBLE, S__min DOUBLE, S__max DOUBLE, S__first SMALLINT, S__last SMALLINT"
                            .concat(round ? ", S__sin DOUBLE, S__cos DOUBLE" : "")
                            .replace("S__", signal + "__")));
            statement.execute("SET threads = 1");
            statement.execute("CREATE TABLE day (" + columns + ")");
            var rows = new StringBuilder();
            for (var turbine : turbines) {
                int before = rows.length();
                for (int w = 0; w < 144; w++) {
                    addRow(rows, turbine, w);
                }
                if (rows.length() == before) {
                    rows.append(",('").append(turbine).append("', -1");
                    circular.values().forEach(round -> rows.append(", NULL".repeat(round ? 9 : 7)));
                    rows.append(")");
                }
            }
            statement.execute("INSERT INTO day VALUES " + rows.substring(1));
            var file = Files.createTempDirectory("day").resolve("day.parquet");
            statement.execute("COPY day TO '" + file + "' (FORMAT parquet, COMPRESSION zstd)");
            var bytes = Files.readAllBytes(file);
            delete(file);
            return bytes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) throws IOException {
        Files.delete(file);
        Files.delete(file.getParent());
    }

    private void addRow(StringBuilder rows, String turbine, int w) {
        var windows = circular.keySet().stream()
                .map(signal -> window(turbine, signal, w))
                .toList();
        if (windows.stream().allMatch(window -> window.n() == 0)) {
            return;
        }
        rows.append(",('").append(turbine).append("', ").append(w);
        int i = 0;
        for (var round : circular.values()) {
            var v = windows.get(i++);
            rows.append(", ")
                    .append(v.n())
                    .append(", ")
                    .append(v.mean())
                    .append(", ")
                    .append(v.m2());
            rows.append(", ")
                    .append(v.min())
                    .append(", ")
                    .append(v.max())
                    .append(", ")
                    .append(v.first());
            rows.append(", ").append(v.last());
            if (round) {
                rows.append(", ").append(v.sin()).append(", ").append(v.cos());
            }
        }
        rows.append(")");
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
