package dev.catavento.store.raw;

import dev.catavento.store.Store;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What telemetry tasks find in the store before they land anything, and the way to land it. */
@Singleton
public class TelemetryStore {
    private static final String NEWEST = """
            SELECT telemetry_day_id, captured_at, input_sha256, settings_sha256, rules_version
              FROM raw.telemetry_day
             WHERE source = ? AND day = ? AND shard_index = ? AND shard_count = ?
             ORDER BY telemetry_day_id DESC LIMIT 1
            """;
    private static final String INPUT = """
            WITH newest AS (
                SELECT captured_at, input_sha256 FROM raw.telemetry_day
                 WHERE source = ? AND day = ? AND shard_index = ? AND shard_count = ?
                 ORDER BY telemetry_day_id DESC LIMIT 1),
            listing AS (
                SELECT max(i.telemetry_day_id) AS telemetry_day_id
                  FROM raw.telemetry_day d
                  JOIN raw.telemetry_input i USING (telemetry_day_id)
                 WHERE (d.source, d.day, d.shard_index, d.shard_count) = (?, ?, ?, ?)
                   AND d.input_sha256 = (SELECT input_sha256 FROM newest))
            SELECT i.telemetry_day_id, newest.captured_at, i.url, i.sha256
              FROM newest, raw.telemetry_input i
             WHERE i.telemetry_day_id = (SELECT telemetry_day_id FROM listing)
             ORDER BY i.ordinal
            """;
    private static final String PAGE = "SELECT body_gzip FROM raw.page WHERE sha256 = ?";
    private static final String RATED =
            "SELECT turbine_id, rated_power_kw FROM out.wind_turbine WHERE rated_power_kw > 0";
    private static final String NAMES = "SELECT DISTINCT designation FROM out.wind_turbine";

    private final Store store;

    @Inject
    TelemetryStore(Store store) {
        this.store = store;
    }

    public Optional<LandedTelemetry> findNewest(String source, LocalDate day, int shardIndex, int shardCount) {
        return store.call(connection -> {
            try (var query = connection.prepareStatement(NEWEST)) {
                query.setString(1, source);
                query.setObject(2, day);
                query.setInt(3, shardIndex);
                query.setInt(4, shardCount);
                var row = query.executeQuery();
                return row.next()
                        ? Optional.of(new LandedTelemetry(
                                row.getLong(1),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getBytes(3),
                                row.getBytes(4),
                                row.getString(5)))
                        : Optional.<LandedTelemetry>empty();
            }
        });
    }

    /**
     * What the source answered at the newest landing of a day, where {@code raw} has all of it: listed by that landing, or
     * by an older one of the same answers.
     */
    public Optional<LandedInput> findInput(String source, LocalDate day, int shardIndex, int shardCount) {
        return store.call(connection -> {
            try (var query = connection.prepareStatement(INPUT)) {
                for (int from = 0; from <= 4; from += 4) {
                    query.setString(from + 1, source);
                    query.setObject(from + 2, day);
                    query.setInt(from + 3, shardIndex);
                    query.setInt(from + 4, shardCount);
                }
                LandedInput found = null;
                for (var row = query.executeQuery(); row.next(); ) {
                    if (found == null) {
                        var at = row.getObject(2, OffsetDateTime.class).toInstant();
                        found = new LandedInput(row.getLong(1), at, new ArrayList<>());
                    }
                    found.parts().add(new LandedInput.Part(row.getString(3), row.getBytes(4)));
                }
                return Optional.ofNullable(found);
            }
        });
    }

    /** The bytes of a page of {@code raw}, packed; at most some 16 MB. */
    public byte[] page(byte[] sha256) {
        return store.call(connection -> {
            try (var query = connection.prepareStatement(PAGE)) {
                query.setBytes(1, sha256);
                var row = query.executeQuery();
                row.next();
                return row.getBytes(1);
            }
        });
    }

    /** Rated power in kW of the published fleet, by turbine. */
    public Map<UUID, Double> ratedPowers() {
        return store.call(connection -> {
            var rated = new HashMap<UUID, Double>();
            try (var query = connection.prepareStatement(RATED)) {
                for (var row = query.executeQuery(); row.next(); ) {
                    rated.put(row.getObject(1, UUID.class), row.getDouble(2));
                }
            }
            return rated;
        });
    }

    /** Designations of the published fleet: what a source's turbine may be meant to be. */
    public java.util.Set<String> designations() {
        return store.call(connection -> {
            var names = new java.util.TreeSet<String>();
            try (var query = connection.prepareStatement(NAMES)) {
                for (var row = query.executeQuery(); row.next(); ) {
                    names.add(row.getString(1));
                }
            }
            return names;
        });
    }

    /** Lands in one transaction: all that the work puts there is kept, or nothing. */
    public <T> T land(Function<TelemetryLanding, T> work) {
        return store.call(connection -> store.transaction(connection, open -> {
            try {
                return work.apply(new TelemetryLanding(open));
            } catch (TelemetryLanding.Broken broken) {
                throw broken.cause();
            }
        }));
    }
}
