package dev.catavento.store.export;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

final class IssueQuery extends RowQuery<PublishedIssue> {
    private static final String SQL = """
            SELECT i.rule, i.severity, i.dataset, i.subject_id, i.field, i.original_value, i.result_value, i.evidence,
                   i.first_seen_day, i.last_seen_day, i.resolved_day,
                   t.plant_id_sigel, t.plant_name, t.designation
              FROM out.data_issue i
              LEFT JOIN core.wind_turbine t ON t.turbine_id::text = i.subject_id
             WHERE i.dataset = ? AND (i.resolved_day IS NULL OR i.resolved_day = ?)
             ORDER BY array_position(ARRAY['error', 'warning', 'info'], i.severity), i.rule COLLATE "C",
                      i.subject_id COLLATE "C", i.field COLLATE "C", i.first_seen_day, i.last_seen_day,
                      i.original_value COLLATE "C", i.result_value COLLATE "C", i.evidence COLLATE "C", i.resolved_day
            """;

    private final String dataset;
    private final LocalDate day;

    IssueQuery(String dataset, LocalDate day) {
        this.dataset = dataset;
        this.day = day;
    }

    @Override
    String sql() {
        return SQL;
    }

    @Override
    void bind(PreparedStatement statement) throws SQLException {
        statement.setString(1, dataset);
        statement.setObject(2, day);
    }

    @Override
    PublishedIssue row(ResultSet row) throws SQLException {
        return new PublishedIssue(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                row.getObject(10, LocalDate.class),
                row.getObject(11, LocalDate.class),
                integer(row, 12),
                row.getString(13),
                row.getString(14));
    }
}
