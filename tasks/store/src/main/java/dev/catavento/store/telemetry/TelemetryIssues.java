package dev.catavento.store.telemetry;

import dev.catavento.domain.telemetry.TelemetryRule;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps the life of telemetry's issues, by turbine and signal. Days come in any order: an issue lives from the first to
 * the last of the loaded days that show it one after another, and is resolved on the next loaded day that does not.
 */
public final class TelemetryIssues {
    private static final String STAGE = """
            CREATE TEMP TABLE staged_telemetry_issue ON COMMIT DROP AS
            SELECT i.rule, min(i.severity) AS severity, ? || coalesce('/' || i.turbine, ?) AS subject_id,
                   coalesce(i.signal, '') AS field,
                   sum(i.sample_count) || ' samples'
                       || coalesce(', the first at ' || to_char(min(i.first_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), '')
                       || coalesce(': ' || (array_agg(i.example ORDER BY i.first_at, i.example))[1], '') AS evidence
              FROM raw.telemetry_issue i WHERE i.telemetry_day_id = ?
             GROUP BY i.rule, i.turbine, i.signal
            """;
    private static final String STAGE_SHARED = """
            INSERT INTO staged_telemetry_issue
            SELECT ?, ?, ? || '/' || t.turbine, '',
                   t.turbine_id || ' is also ' || string_agg(os.source || '/' || o.turbine, ', ' ORDER BY os.source, o.turbine)
              FROM raw.telemetry_turbine l
              JOIN core.telemetry_turbine t ON t.source_id = ? AND t.turbine = l.turbine
              JOIN core.telemetry_turbine o ON o.turbine_id = t.turbine_id AND o.turbine_key <> t.turbine_key
              JOIN core.telemetry_source os ON os.source_id = o.source_id
             WHERE l.telemetry_day_id = ?
             GROUP BY t.turbine, t.turbine_id
            """;
    private static final String STAGE_SUBJECTS = """
            CREATE TEMP TABLE staged_telemetry_subject ON COMMIT DROP AS
            SELECT ? || '/' || turbine AS subject_id FROM raw.telemetry_turbine WHERE telemetry_day_id = ?
            UNION SELECT ? || '/' || turbine FROM core.telemetry_turbine WHERE turbine_key = ANY (?)
            UNION SELECT ? || ?
            """;
    private static final String SAME =
            "i.rule = s.rule AND i.subject_id = s.subject_id AND i.field = s.field AND i.dataset = 'telemetry'";
    private static final String COVERS = "i.first_seen_day <= ? AND (i.resolved_day IS NULL OR ? < i.resolved_day)";

    private static final String PROLONG = "UPDATE ops.data_issue i SET last_seen_day = greatest(last_seen_day, ?),"
            + " severity = CASE WHEN ? >= last_seen_day THEN s.severity ELSE i.severity END,"
            + " evidence = CASE WHEN ? >= last_seen_day THEN s.evidence ELSE i.evidence END\n"
            + "  FROM staged_telemetry_issue s\n WHERE " + SAME + " AND " + COVERS
            + "\n   AND (? > last_seen_day OR ? = last_seen_day"
            + " AND (i.severity, i.evidence) IS DISTINCT FROM (s.severity, s.evidence))";
    private static final String RESOLVE = "UPDATE ops.data_issue i SET resolved_day = ?\n"
            + " WHERE i.dataset = 'telemetry' AND i.subject_id IN (SELECT subject_id FROM staged_telemetry_subject) AND "
            + COVERS + " AND i.last_seen_day <= ?\n   AND NOT EXISTS (SELECT FROM staged_telemetry_issue s WHERE "
            + SAME
            + ")";
    private static final String BEGIN = """
            INSERT INTO ops.data_issue (dataset, rule, severity, subject_id, field, evidence,
                                        first_seen_day, last_seen_day, resolved_day)
            SELECT 'telemetry', s.rule, s.severity, s.subject_id, s.field, s.evidence, ?, ?,
                   (SELECT min(l.day) FROM core.telemetry_load l WHERE l.source_id = ? AND l.day > ? AND NOT l.retired)
              FROM staged_telemetry_issue s
             WHERE NOT EXISTS (SELECT FROM ops.data_issue i WHERE\
            """ + " " + SAME + " AND " + COVERS + ")";
    private static final String COUNTS = "SELECT rule, count(*) FROM staged_telemetry_issue GROUP BY rule";

    private final Connection connection;

    public TelemetryIssues(Connection connection) {
        this.connection = connection;
    }

    /**
     * Brings the issues to what the landed day shows.
     *
     * @param gone turbines that are not in it any more
     * @return how many it shows, by rule
     */
    public Map<String, Long> merge(int sourceId, TelemetryDay landed, Collection<Integer> gone) throws SQLException {
        var source = landed.source();
        var day = landed.day();
        var ofShard = landed.shard().count() == 1 ? "" : " (shard " + landed.shard() + ")";
        var shared = TelemetryRule.TURBINE_IN_TWO_SOURCES;
        update(STAGE, source, ofShard, landed.id());
        update(STAGE_SHARED, shared.word(), shared.severity().word(), source, sourceId, landed.id());
        update(
                STAGE_SUBJECTS,
                source,
                landed.id(),
                source,
                connection.createArrayOf("integer", gone.toArray()),
                source,
                ofShard);
        update(PROLONG, day, day, day, day, day, day, day);
        update(RESOLVE, day, day, day, day);
        update(BEGIN, day, day, sourceId, day, day, day);
        try (var query = connection.prepareStatement(COUNTS)) {
            var row = query.executeQuery();
            var counts = new TreeMap<String, Long>();
            while (row.next()) {
                counts.put(row.getString(1), row.getLong(2));
            }
            return counts;
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
