package dev.catavento.store.fleet;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * A lock on the transaction itself. The task's own lock dies with its process, at once; the server may be a moment
 * longer at the statement of a killed run.
 */
public final class TransactionLock {
    private static final String TAKE =
            "SELECT pg_try_advisory_xact_lock(hashtextextended('catavento transaction ' || ?, 0))";

    private TransactionLock() {}

    public static void take(Connection connection, String name) throws SQLException {
        try (var statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, name);
            var row = statement.executeQuery();
            row.next();
            if (!row.getBoolean(1)) {
                throw new TaskException(
                        ErrorKind.LOCKED,
                        "the store still works on an earlier run of '" + name + "'",
                        "retry in a moment");
            }
        }
    }
}
