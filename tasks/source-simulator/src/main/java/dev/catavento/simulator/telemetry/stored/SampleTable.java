package dev.catavento.simulator.telemetry.stored;

import dev.catavento.simulator.telemetry.sample.Reading;
import dev.catavento.simulator.telemetry.sample.Signal;
import dev.catavento.simulator.telemetry.sample.Turbine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The table of stored samples. It alone writes it, and so it knows which days have any: most requests do not ask the
 * database. One connection, one statement at a time.
 */
public final class SampleTable {

    private static final long MINUTE_MS = 60_000;
    private static final long DAY_MS = 86_400_000;
    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS sample (
                turbine             text   NOT NULL,
                stamp_ms            bigint NOT NULL,
                wind_speed          double precision,
                power               double precision,
                ambient_temperature double precision,
                wind_direction      double precision,
                PRIMARY KEY (turbine, stamp_ms))""";
    private static final String DAYS = """
            SELECT DISTINCT turbine, floor(stamp_ms / 86400000.0)::bigint AS day FROM sample""";
    private static final String OF_A_DAY = """
            SELECT stamp_ms, wind_speed, power, ambient_temperature, wind_direction
              FROM sample
             WHERE turbine = ? AND stamp_ms >= ? AND stamp_ms < ?
             ORDER BY stamp_ms""";
    private static final String PUT = """
            INSERT INTO sample
            SELECT * FROM unnest(?::text[], ?::bigint[], ?::float8[], ?::float8[], ?::float8[], ?::float8[])
            ON CONFLICT (turbine, stamp_ms) DO UPDATE
               SET wind_speed = excluded.wind_speed, power = excluded.power,
                   ambient_temperature = excluded.ambient_temperature, wind_direction = excluded.wind_direction""";
    private static final String REMOVE = """
            DELETE FROM sample WHERE turbine = ? AND stamp_ms >= ? AND stamp_ms < ?""";

    private final SampleDatabase database;
    private Set<TurbineDay> days;

    private record TurbineDay(String turbine, long day) {}

    private record Key(String turbine, long stampMillis) {}

    public SampleTable(SampleDatabase database) {
        this.database = database;
    }

    /** Makes the table where it is missing and learns which days it has. */
    synchronized void open() {
        if (days != null) {
            return;
        }
        days = database.with(connection -> {
            Set<TurbineDay> found = new HashSet<>();
            try (var statement = connection.createStatement()) {
                statement.execute(CREATE);
                try (ResultSet rows = statement.executeQuery(DAYS)) {
                    while (rows.next()) {
                        found.add(new TurbineDay(rows.getString(1), rows.getLong(2)));
                    }
                }
            }
            return found;
        });
    }

    /** @param day days since 1970-01-01 in UTC */
    synchronized Map<Long, List<Reading>> day(Turbine turbine, long day) {
        open();
        if (!days.contains(new TurbineDay(turbine.name(), day))) {
            return Map.of();
        }
        return database.with(connection -> {
            Map<Long, List<Reading>> byMinute = new TreeMap<>();
            try (PreparedStatement statement = connection.prepareStatement(OF_A_DAY)) {
                statement.setString(1, turbine.name());
                statement.setLong(2, day * DAY_MS);
                statement.setLong(3, (day + 1) * DAY_MS);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        Reading reading = reading(rows);
                        byMinute.computeIfAbsent(
                                        Math.floorDiv(reading.stampMillis(), MINUTE_MS), m -> new ArrayList<>())
                                .add(reading);
                    }
                }
            }
            return byMinute;
        });
    }

    private static Reading reading(ResultSet rows) throws SQLException {
        double[] values = new double[Signal.values().length];
        for (int i = 0; i < values.length; i++) {
            double value = rows.getDouble(i + 2);
            values[i] = rows.wasNull() ? Double.NaN : value;
        }
        return new Reading(rows.getLong(1), values);
    }

    synchronized void put(List<StoredSample> samples) {
        open();
        // A statement may touch a row once only: the last of a stamp wins.
        Map<Key, StoredSample> distinct = new LinkedHashMap<>();
        samples.forEach(
                s -> distinct.put(new Key(s.turbine().name(), s.reading().stampMillis()), s));
        database.with(connection -> insert(connection, distinct.values()));
        remember(samples);
    }

    synchronized void replace(Turbine turbine, long firstMinute, long endMinute, List<StoredSample> samples) {
        open();
        database.with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(REMOVE)) {
                statement.setString(1, turbine.name());
                statement.setLong(2, firstMinute * MINUTE_MS);
                statement.setLong(3, endMinute * MINUTE_MS);
                statement.executeUpdate();
            }
            return insert(connection, samples);
        });
        remember(samples);
    }

    private void remember(List<StoredSample> samples) {
        samples.forEach(s -> days.add(
                new TurbineDay(s.turbine().name(), Math.floorDiv(s.reading().stampMillis(), DAY_MS))));
    }

    private static int insert(Connection connection, Collection<StoredSample> samples) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUT)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            samples.stream().map(s -> s.turbine().name()).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint",
                            samples.stream().map(s -> s.reading().stampMillis()).toArray()));
            for (Signal signal : Signal.values()) {
                Object[] values = samples.stream()
                        .map(StoredSample::reading)
                        .map(r -> r.isMissing(signal) ? null : (Object) r.value(signal))
                        .toArray();
                statement.setArray(3 + signal.ordinal(), connection.createArrayOf("float8", values));
            }
            return statement.executeUpdate();
        }
    }
}
