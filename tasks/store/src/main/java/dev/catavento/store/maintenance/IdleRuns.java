package dev.catavento.store.maintenance;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Runs of the ledger that did nothing, and those of the task that only watches. The store itself decides which of them
 * nothing rests on, and keeps counting those that are gone.
 */
public final class IdleRuns {
    private static final String REMOVE = "SELECT ops.remove_idle_runs(?, ?)";

    private IdleRuns() {}

    /** Removes those that began before the moment, but none of the last 90 days; gives how many, in a dry run how many it would. */
    public static long remove(Connection connection, Instant before, boolean dryRun) throws SQLException {
        try (var query = connection.prepareStatement(REMOVE)) {
            query.setObject(1, before.atOffset(ZoneOffset.UTC));
            query.setBoolean(2, dryRun);
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}
