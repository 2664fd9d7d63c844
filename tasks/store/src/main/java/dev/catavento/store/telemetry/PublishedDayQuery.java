package dev.catavento.store.telemetry;

import dev.catavento.store.export.ExportRecord;
import dev.catavento.store.export.PublishedRelease;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is known of a source's published day, without its statistics. */
final class PublishedDayQuery {
    private static final String SOURCES = "SELECT source FROM core.telemetry_source ORDER BY source";
    private static final String SHARDS = """
            SELECT l.shard_count, l.shard_index
              FROM core.telemetry_load l JOIN core.telemetry_source s USING (source_id)
             WHERE s.source = ? AND l.day = ? AND NOT l.retired
            """;
    private static final String TURBINES = """
            SELECT coalesce(sum(l.turbine_count), 0)
              FROM core.telemetry_load l JOIN core.telemetry_source s USING (source_id)
             WHERE s.source = ? AND l.day = ? AND NOT l.retired
            """;
    private static final String NEWEST_RELEASE = """
            SELECT release_id, day, rules_version FROM ops.release
             WHERE dataset = 'telemetry' AND source = ? AND day = ?
             ORDER BY release_id DESC LIMIT 1
            """;
    private static final String LAST_EXPORT = """
            SELECT e.day, e.release_id, e.format_version, e.datapackage_sha256, e.mapping_sha256
              FROM ops.export e JOIN ops.release r USING (release_id)
             WHERE e.dataset = 'telemetry' AND r.source = ? AND e.day = ?
             ORDER BY e.export_id DESC LIMIT 1
            """;
    private static final String SIGNALS = """
            SELECT g.signal, g.unit, g.tag, g.circular
              FROM core.telemetry_signal g JOIN core.telemetry_source s USING (source_id)
             WHERE s.source = ?
               AND EXISTS (SELECT FROM core.telemetry x
                            WHERE x.day = ? AND x.signal_key = g.signal_key AND NOT x.gone)
             ORDER BY array_position(ARRAY['wind_speed', 'power', 'ambient_temperature', 'wind_direction'], g.signal::text),
                      g.signal
            """;

    /** Of the turbines that the day's files have. */
    private static final String MAPPING = """
            SELECT encode(sha256(convert_to(coalesce(
                       jsonb_agg(jsonb_build_array(t.turbine, t.turbine_id) ORDER BY t.turbine)::text, ''), 'UTF8')), 'hex')
              FROM core.telemetry_turbine t JOIN core.telemetry_source s USING (source_id)
             WHERE s.source = ?
               AND EXISTS (SELECT FROM core.telemetry x
                            WHERE x.day = ? AND x.turbine_key = t.turbine_key AND NOT x.gone)
            """;

    private final Connection connection;
    private final String source;
    private final LocalDate day;

    PublishedDayQuery(Connection connection, String source, LocalDate day) {
        this.connection = connection;
        this.source = source;
        this.day = day;
    }

    static List<String> listSources(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(SOURCES)) {
            var row = query.executeQuery();
            var sources = new ArrayList<String>();
            while (row.next()) {
                sources.add(row.getString(1));
            }
            return sources;
        }
    }

    LoadedShards findShards() throws SQLException {
        try (var query = ofTheDay(SHARDS)) {
            var row = query.executeQuery();
            var shards = new TreeMap<Integer, TreeSet<Integer>>();
            while (row.next()) {
                shards.computeIfAbsent(row.getInt(1), count -> new TreeSet<>()).add(row.getInt(2));
            }
            return new LoadedShards(shards);
        }
    }

    long countTurbines() throws SQLException {
        try (var query = ofTheDay(TURBINES)) {
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    Optional<PublishedRelease> findNewestRelease() throws SQLException {
        try (var query = ofTheDay(NEWEST_RELEASE)) {
            var row = query.executeQuery();
            return row.next()
                    ? Optional.of(
                            new PublishedRelease(row.getLong(1), row.getObject(2, LocalDate.class), row.getString(3)))
                    : Optional.empty();
        }
    }

    Optional<ExportRecord> findLastExport() throws SQLException {
        try (var query = ofTheDay(LAST_EXPORT)) {
            var row = query.executeQuery();
            return row.next()
                    ? Optional.of(new ExportRecord(
                            row.getObject(1, LocalDate.class),
                            row.getLong(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5)))
                    : Optional.empty();
        }
    }

    String hashMapping() throws SQLException {
        try (var query = ofTheDay(MAPPING)) {
            var row = query.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    List<TelemetrySignal> listSignals() throws SQLException {
        try (var query = ofTheDay(SIGNALS)) {
            var row = query.executeQuery();
            var signals = new ArrayList<TelemetrySignal>();
            while (row.next()) {
                signals.add(
                        new TelemetrySignal(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
            }
            return signals;
        }
    }

    private PreparedStatement ofTheDay(String sql) throws SQLException {
        var query = connection.prepareStatement(sql);
        query.setString(1, source);
        query.setObject(2, day);
        return query;
    }
}
