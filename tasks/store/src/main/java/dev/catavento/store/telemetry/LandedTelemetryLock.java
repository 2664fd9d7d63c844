package dev.catavento.store.telemetry;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Keeps what a source's landings hold while it is loaded: loads take it beside each other, removal by itself; whoever
 * comes second waits. It is the transaction's and ends with it. Not a lock on rows: a load may only read {@code raw}.
 */
public final class LandedTelemetryLock {
    private static final String KEY = "hashtextextended('catavento landed telemetry ' || ?, 0)";
    private static final String SHARED = "SELECT pg_advisory_xact_lock_shared(" + KEY + ")";
    private static final String EXCLUSIVE = "SELECT pg_advisory_xact_lock(" + KEY + ")";

    private LandedTelemetryLock() {}

    /** Until the transaction ends nothing is removed. */
    static void keep(Connection connection, String source) throws SQLException {
        take(connection, SHARED, source);
    }

    /** Until the transaction ends nothing is loaded. */
    public static void exclude(Connection connection, String source) throws SQLException {
        take(connection, EXCLUSIVE, source);
    }

    private static void take(Connection connection, String sql, String source) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, source);
            statement.execute();
        }
    }
}
