package dev.catavento.store.telemetry;

import dev.catavento.domain.telemetry.Shard;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which landed day {@code core} holds of a source, by day and shard. */
public final class TelemetryLoads {
    private static final String FIND = """
            SELECT l.load_id, l.source_id, l.telemetry_day_id, encode(l.statistics_sha256, 'hex'), l.cadence_seconds, l.given,
                   (SELECT max(r.release_id) FROM ops.release r
                     WHERE r.dataset = 'telemetry' AND r.source = s.source AND r.day = l.day
                       AND r.shard_index = l.shard_index AND r.shard_count = l.shard_count)
              FROM core.telemetry_load l JOIN core.telemetry_source s USING (source_id)
             WHERE s.source = ? AND l.day = ? AND l.shard_index = ? AND l.shard_count = ? AND NOT l.retired
            """;
    private static final String RECORD = """
            INSERT INTO core.telemetry_load AS l (source_id, day, shard_index, shard_count, telemetry_day_id,
                statistics_sha256, cadence_seconds, given, turbine_count, valid_count, loaded_at, retired)
            VALUES (?, ?, ?, ?, ?, decode(?, 'hex'), ?, ?, ?, ?, now(), false)
            ON CONFLICT (source_id, day, shard_count, shard_index) DO UPDATE
               SET telemetry_day_id = excluded.telemetry_day_id, statistics_sha256 = excluded.statistics_sha256,
                   cadence_seconds = excluded.cadence_seconds, given = excluded.given,
                   turbine_count = excluded.turbine_count, valid_count = excluded.valid_count,
                   loaded_at = excluded.loaded_at, retired = false
            RETURNING load_id
            """;
    private static final String COUNT = "UPDATE core.telemetry_load SET valid_count = ? WHERE load_id = ?";
    private static final String POINT = "UPDATE core.telemetry_load SET telemetry_day_id = ? WHERE load_id = ?";
    private static final String DIVISION_LOCK =
            "SELECT pg_advisory_xact_lock(hashtextextended('catavento division ' || ? || ' ' || ?, 0))";
    private static final String REPLACED = """
            SELECT o.load_id FROM core.telemetry_load o
             WHERE o.source_id = ? AND o.day = ? AND o.shard_count <> ? AND NOT o.retired
               AND (SELECT count(*) FROM core.telemetry_load l
                     WHERE l.source_id = o.source_id AND l.day = o.day AND l.shard_count = ? AND NOT l.retired) = ?
            """;
    private static final String RETIRE = "UPDATE core.telemetry_load SET retired = true WHERE load_id = ANY (?)";

    private final Connection connection;

    public TelemetryLoads(Connection connection) {
        this.connection = connection;
    }

    /**
     * A load that holds.
     *
     * @param sha256 of the statistics, in hex
     * @param releaseId the newest release of this source, day and shard
     */
    public record Load(
            int id,
            int sourceId,
            long telemetryDayId,
            String sha256,
            int cadenceSeconds,
            boolean given,
            long releaseId) {
        /** True where the landed day would publish what is published. */
        public boolean holds(TelemetryDay landed) {
            return sha256.equals(landed.sha256())
                    && cadenceSeconds == landed.cadenceSeconds()
                    && given == landed.given();
        }
    }

    public Optional<Load> find(String source, LocalDate day, Shard shard) throws SQLException {
        try (var query = connection.prepareStatement(FIND)) {
            query.setString(1, source);
            query.setObject(2, day);
            query.setInt(3, shard.index());
            query.setInt(4, shard.count());
            var row = query.executeQuery();
            return row.next()
                    ? Optional.of(new Load(
                            row.getInt(1),
                            row.getInt(2),
                            row.getLong(3),
                            row.getString(4),
                            row.getInt(5),
                            row.getBoolean(6),
                            row.getLong(7)))
                    : Optional.empty();
        }
    }

    /** Writes down that this landed day is the one that holds, and gives the load's number: always the same one. */
    public int record(int sourceId, TelemetryDay landed) throws SQLException {
        try (var insert = connection.prepareStatement(RECORD)) {
            insert.setInt(1, sourceId);
            insert.setObject(2, landed.day());
            insert.setInt(3, landed.shard().index());
            insert.setInt(4, landed.shard().count());
            insert.setLong(5, landed.id());
            insert.setString(6, landed.sha256());
            insert.setInt(7, landed.cadenceSeconds());
            insert.setBoolean(8, landed.given());
            insert.setInt(9, landed.turbines());
            insert.setLong(10, landed.valid());
            var row = insert.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    /** The samples that the load rests on, once they have been counted. */
    public void count(int loadId, long valid) throws SQLException {
        update(COUNT, valid, loadId);
    }

    /** The same statistics were landed again: the load rests on the newer landing. */
    public void point(Load load, TelemetryDay landed) throws SQLException {
        update(POINT, landed.id(), load.id());
    }

    /**
     * Loads of other divisions of the day into shards, once this division is loaded whole: what is left of them is of
     * turbines that no shard has any more. They are retired.
     */
    public List<Integer> retireReplaced(int sourceId, TelemetryDay landed) throws SQLException {
        try (var lock = connection.prepareStatement(DIVISION_LOCK);
                var query = connection.prepareStatement(REPLACED);
                var retire = connection.prepareStatement(RETIRE)) {
            lock.setString(1, landed.source());
            lock.setString(2, landed.day().toString());
            lock.execute();
            int count = landed.shard().count();
            query.setInt(1, sourceId);
            query.setObject(2, landed.day());
            query.setInt(3, count);
            query.setInt(4, count);
            query.setInt(5, count);
            var row = query.executeQuery();
            var replaced = new ArrayList<Integer>();
            while (row.next()) {
                replaced.add(row.getInt(1));
            }
            retire.setArray(1, connection.createArrayOf("integer", replaced.toArray()));
            retire.executeUpdate();
            return replaced;
        }
    }

    private void update(String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
