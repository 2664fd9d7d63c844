package dev.catavento.store.telemetry;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;

/** Numbered publications of telemetry: of a landed day of a source, or a shard of it; none is ever changed. */
public final class TelemetryReleases {
    private static final String ADD = """
            INSERT INTO ops.release (dataset, day, source, shard_index, shard_count, telemetry_day_id, rules_version,
                                     run_id, row_count, counts, override_reason)
            VALUES ('telemetry', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING release_id
            """;

    private final Connection connection;

    public TelemetryReleases(Connection connection) {
        this.connection = connection;
    }

    /**
     * Adds a publication and returns its number.
     *
     * @param windows windows of signals with a sample
     * @param overrideReason why it was published though the gate refused, or null
     */
    public long add(TelemetryDay landed, String runId, int windows, String countsJson, String overrideReason)
            throws SQLException {
        try (var insert = connection.prepareStatement(ADD)) {
            insert.setObject(1, landed.day());
            insert.setString(2, landed.source());
            insert.setInt(3, landed.shard().index());
            insert.setInt(4, landed.shard().count());
            insert.setLong(5, landed.id());
            insert.setString(6, landed.rulesVersion());
            insert.setString(7, runId);
            insert.setInt(8, windows);
            insert.setObject(9, countsJson, Types.OTHER);
            insert.setString(10, overrideReason);
            var row = insert.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}
