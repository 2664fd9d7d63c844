package dev.catavento.store.telemetry;

import dev.catavento.domain.telemetry.Shard;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what downsampling landed: which day holds, its signals, and its statistics, one blob at a time. */
public final class LandedTelemetry {
    private static final String NEWEST = """
            SELECT telemetry_day_id, kind = 'statistics', cadence_seconds, encode(statistics_sha256, 'hex'), rules_version,
                   sample_count, valid_count, turbine_count, window_count
              FROM raw.telemetry_day
             WHERE source = ? AND day = ? AND shard_index = ? AND shard_count = ? AND removed_at IS NULL
             ORDER BY telemetry_day_id DESC LIMIT 1
            """;
    private static final String SIGNALS = """
            SELECT signal, unit, tag, circular FROM raw.telemetry_signal WHERE telemetry_day_id = ? ORDER BY ordinal
            """;
    private static final String BLOBS =
            "SELECT ordinal, row_count FROM raw.telemetry_statistics WHERE telemetry_day_id = ? ORDER BY ordinal";
    private static final String BODY = """
            SELECT sha256(body) = sha256, body FROM raw.telemetry_statistics WHERE telemetry_day_id = %d AND ordinal = %d\
            """;

    private final Connection connection;

    public LandedTelemetry(Connection connection) {
        this.connection = connection;
    }

    /** The day that holds; until the transaction ends nothing of it is removed. */
    public Optional<TelemetryDay> findDay(String source, LocalDate day, Shard shard) throws SQLException {
        LandedTelemetryLock.keep(connection, source);
        try (var query = connection.prepareStatement(NEWEST)) {
            query.setString(1, source);
            query.setObject(2, day);
            query.setInt(3, shard.index());
            query.setInt(4, shard.count());
            var row = query.executeQuery();
            return row.next()
                    ? Optional.of(new TelemetryDay(
                            row.getLong(1),
                            source,
                            day,
                            shard,
                            row.getBoolean(2),
                            row.getInt(3),
                            row.getString(4),
                            row.getString(5),
                            row.getLong(6),
                            row.getLong(7),
                            row.getInt(8),
                            row.getLong(9)))
                    : Optional.empty();
        }
    }

    /** In the order of the statistics' columns. */
    public List<TelemetrySignal> listSignals(TelemetryDay day) throws SQLException {
        try (var query = connection.prepareStatement(SIGNALS)) {
            query.setLong(1, day.id());
            var row = query.executeQuery();
            var signals = new ArrayList<TelemetrySignal>();
            while (row.next()) {
                signals.add(
                        new TelemetrySignal(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)));
            }
            return signals;
        }
    }

    /** What to do with a blob: Parquet, with the rows it must have. */
    @FunctionalInterface
    public interface Blob {
        void take(int ordinal, byte[] parquet, int rows) throws SQLException, InterruptedException;
    }

    /**
     * Hands over the blobs in order, one at a time from the store.
     *
     * @throws SQLException XX001 where a blob is not what was landed
     */
    public void eachBlob(TelemetryDay day, Blob blob) throws SQLException, InterruptedException {
        for (var part : listBlobs(day)) {
            blob.take(part.ordinal(), body(day, part.ordinal()), part.rows());
        }
    }

    private record Part(int ordinal, int rows) {}

    private List<Part> listBlobs(TelemetryDay day) throws SQLException {
        try (var query = connection.prepareStatement(BLOBS)) {
            query.setLong(1, day.id());
            var row = query.executeQuery();
            var parts = new ArrayList<Part>();
            while (row.next()) {
                parts.add(new Part(row.getInt(1), row.getInt(2)));
            }
            return parts;
        }
    }

    /** In binary: as a column of a query it would come as text, twice as long. */
    private byte[] body(TelemetryDay day, int ordinal) throws SQLException {
        try (var rows = new BinaryRows(connection, BODY.formatted(day.id(), ordinal))) {
            if (!rows.next() || !rows.takeBoolean()) {
                throw new SQLException(
                        "blob " + ordinal + " of telemetry_day " + day.id()
                                + " has another content than it was landed with",
                        "XX001");
            }
            return rows.takeBytes();
        }
    }
}
