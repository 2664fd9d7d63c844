package dev.catavento.store.fleet;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Rows that could not be used, kept whole; a day loaded again replaces its own. */
public final class Quarantine {
    private static final String FORGET_DAY = "DELETE FROM ops.quarantined_row WHERE dataset = ? AND day = ?";
    private static final String KEEP = """
            INSERT INTO ops.quarantined_row (dataset, day, snapshot_id, object_id, reason, source_row, kept_turbine_id)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private final Connection connection;
    private final String dataset;

    public Quarantine(Connection connection, String dataset) {
        this.connection = connection;
        this.dataset = dataset;
    }

    /**
     * A row in quarantine.
     *
     * @param sourceJson the row in the source's own words
     * @param keptTurbine the turbine it still names, or null
     */
    public record QuarantinedRow(long objectId, String reason, String sourceJson, UUID keptTurbine) {}

    public void replace(LocalDate day, long snapshotId, List<QuarantinedRow> rows) throws SQLException {
        try (var forget = connection.prepareStatement(FORGET_DAY);
                var keep = connection.prepareStatement(KEEP)) {
            forget.setString(1, dataset);
            forget.setObject(2, day);
            forget.executeUpdate();
            for (var row : rows) {
                keep.setString(1, dataset);
                keep.setObject(2, day);
                keep.setLong(3, snapshotId);
                keep.setLong(4, row.objectId());
                keep.setString(5, row.reason());
                keep.setObject(6, row.sourceJson(), Types.OTHER);
                keep.setObject(7, row.keptTurbine());
                keep.addBatch();
            }
            keep.executeBatch();
        }
    }
}
