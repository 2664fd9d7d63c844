package dev.catavento.store.maintenance;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads what was landed of telemetry, to see whether it is what was landed. Needs a transaction. */
public final class TelemetryAudit {
    private static final String BLOBS = """
            SELECT s.telemetry_day_id, s.ordinal, d.source, d.day
              FROM raw.telemetry_statistics s JOIN raw.telemetry_day d USING (telemetry_day_id) ORDER BY 1, 2
            """;
    private static final String WHOLE =
            "SELECT sha256(body) = sha256 FROM raw.telemetry_statistics WHERE telemetry_day_id = ? AND ordinal = ?";
    /** Hashes of parts in order, hashed, name the whole: a part too few, too many or in another place is seen. */
    private static final String BROKEN = """
            SELECT d.telemetry_day_id, d.source, d.day, 'its list of statistics is not the one that was landed'
              FROM raw.telemetry_day d
             WHERE d.removed_at IS NULL
               AND d.statistics_sha256 <> (SELECT sha256(coalesce(string_agg(s.sha256, ''::bytea ORDER BY s.ordinal), ''))
                                             FROM raw.telemetry_statistics s
                                            WHERE s.telemetry_day_id = d.telemetry_day_id)
            UNION ALL
            SELECT d.telemetry_day_id, d.source, d.day, 'its list of answers is not the one that was landed'
              FROM raw.telemetry_day d
              JOIN raw.telemetry_input i USING (telemetry_day_id)
             GROUP BY d.telemetry_day_id
            HAVING d.input_sha256 <> sha256(string_agg(i.sha256, ''::bytea ORDER BY i.ordinal))
             ORDER BY 1, 4
            """;

    private final Connection connection;

    public TelemetryAudit(Connection connection) {
        this.connection = connection;
    }

    /** A blob of statistics. */
    public record Blob(long telemetryDayId, int ordinal, String source, LocalDate day) {}

    /** A landing that is not whole, and how. */
    public record BrokenLanding(long telemetryDayId, String source, LocalDate day, String how) {}

    public List<Blob> listBlobs() throws SQLException {
        var blobs = new ArrayList<Blob>();
        try (var query = connection.prepareStatement(BLOBS)) {
            for (var row = query.executeQuery(); row.next(); ) {
                blobs.add(new Blob(row.getLong(1), row.getInt(2), row.getString(3), row.getObject(4, LocalDate.class)));
            }
        }
        return blobs;
    }

    /** False where the store holds another content than it was landed with. */
    public boolean isWhole(Blob blob) throws SQLException {
        try (var query = connection.prepareStatement(WHOLE)) {
            query.setLong(1, blob.telemetryDayId());
            query.setInt(2, blob.ordinal());
            var row = query.executeQuery();
            row.next();
            return row.getBoolean(1);
        }
    }

    public List<BrokenLanding> listBroken() throws SQLException {
        var broken = new ArrayList<BrokenLanding>();
        try (var query = connection.prepareStatement(BROKEN)) {
            for (var row = query.executeQuery(); row.next(); ) {
                broken.add(new BrokenLanding(
                        row.getLong(1), row.getString(2), row.getObject(3, LocalDate.class), row.getString(4)));
            }
        }
        return broken;
    }
}
