package dev.catavento.store.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** Keeps the life of issues: those seen again are prolonged, those gone are resolved, new ones begin. */
public final class IssueMerge {
    private static final String SAME = """
            i.rule = s.rule AND i.subject_id = s.subject_id AND i.field = s.field
               AND coalesce(i.original_value, '') = coalesce(s.original_value, '')\
            """;
    private static final String OPEN = "i.dataset = ? AND i.resolved_day IS NULL";

    private static final String PROLONG = "UPDATE ops.data_issue i SET last_seen_day = ?, severity = s.severity,"
            + " result_value = s.result_value, evidence = s.evidence\n  FROM staged_issue s\n WHERE " + OPEN + " AND "
            + SAME
            + "\n   AND (i.last_seen_day, i.severity, i.result_value, i.evidence)"
            + " IS DISTINCT FROM (?, s.severity, s.result_value, s.evidence)";
    private static final String RESOLVE = "UPDATE ops.data_issue i SET resolved_day = ?\n WHERE " + OPEN
            + "\n   AND NOT EXISTS (SELECT FROM staged_issue s WHERE " + SAME + ")"
            + "\n   AND NOT EXISTS (SELECT FROM kept_turbine k WHERE k.turbine_id::text = i.subject_id)";
    private static final String BEGIN = """
            INSERT INTO ops.data_issue (dataset, rule, severity, subject_id, field, original_value, result_value, evidence,
                                        first_seen_day, last_seen_day)
            SELECT ?, s.rule, s.severity, s.subject_id, s.field, s.original_value, s.result_value, s.evidence, ?, ?
              FROM staged_issue s
             WHERE NOT EXISTS (SELECT FROM ops.data_issue i WHERE\
            """ + " " + OPEN + " AND " + SAME + ")";
    private static final String PROLONG_ALL =
            "UPDATE ops.data_issue i SET last_seen_day = ? WHERE " + OPEN + " AND i.last_seen_day < ?";

    private final Connection connection;
    private final String dataset;

    public IssueMerge(Connection connection, String dataset) {
        this.connection = connection;
        this.dataset = dataset;
    }

    public void merge(LocalDate day) throws SQLException {
        update(PROLONG, day, dataset, day);
        update(RESOLVE, day, dataset);
        update(BEGIN, dataset, day, day, dataset);
    }

    /** For a day on which the source said the same as before. */
    public void prolongAll(LocalDate day) throws SQLException {
        update(PROLONG_ALL, day, dataset, day);
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
