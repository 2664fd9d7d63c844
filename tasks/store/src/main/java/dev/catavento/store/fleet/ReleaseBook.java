package dev.catavento.store.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;

/** The numbered publications of a dataset: read the newest, add one; none is ever changed. */
public final class ReleaseBook {
    private static final String NEWEST = """
            SELECT release_id, day, snapshot_id, rules_version, row_count, counts
              FROM ops.release WHERE dataset = ? ORDER BY day DESC, release_id DESC LIMIT 1
            """;
    private static final String ADD = """
            INSERT INTO ops.release (dataset, day, snapshot_id, rules_version, run_id, row_count, counts, override_reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING release_id
            """;

    private final Connection connection;
    private final String dataset;

    public ReleaseBook(Connection connection, String dataset) {
        this.connection = connection;
        this.dataset = dataset;
    }

    public Optional<Release> findNewest() throws SQLException {
        try (var query = connection.prepareStatement(NEWEST)) {
            query.setString(1, dataset);
            var row = query.executeQuery();
            return row.next()
                    ? Optional.of(new Release(
                            row.getLong(1),
                            row.getObject(2, LocalDate.class),
                            row.getLong(3),
                            row.getString(4),
                            row.getInt(5),
                            row.getString(6)))
                    : Optional.empty();
        }
    }

    /** What is published: a snapshot under rules, for a day. */
    public record Publication(
            LocalDate day,
            long snapshotId,
            String rulesVersion,
            String runId,
            int rowCount,
            String countsJson,
            String overrideReason) {}

    /** Adds a publication and returns its number. */
    public long add(Publication p) throws SQLException {
        try (var insert = connection.prepareStatement(ADD)) {
            insert.setString(1, dataset);
            insert.setObject(2, p.day());
            insert.setLong(3, p.snapshotId());
            insert.setString(4, p.rulesVersion());
            insert.setString(5, p.runId());
            insert.setInt(6, p.rowCount());
            insert.setObject(7, p.countsJson(), Types.OTHER);
            insert.setString(8, p.overrideReason());
            var row = insert.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}
