package dev.catavento.store;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import dev.catavento.task.TaskLock;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/** A session-level advisory lock on a connection of its own: it is released when the process dies, however it dies. */
@Singleton
public class AdvisoryTaskLock implements TaskLock {
    private static final String TAKE = "SELECT pg_try_advisory_lock(hashtextextended('catavento ' || ?, 0))";

    private final Store store;

    @Inject
    AdvisoryTaskLock(Store store) {
        this.store = store;
    }

    @Override
    public Held take(String name) {
        var connection = store.open();
        try (var statement = connection.prepareStatement(TAKE)) {
            statement.setString(1, name);
            var row = statement.executeQuery();
            row.next();
            if (row.getBoolean(1)) {
                return () -> close(connection);
            }
        } catch (SQLException e) {
            close(connection);
            throw store.failure(e);
        }
        close(connection);
        throw new TaskException(
                ErrorKind.LOCKED, "another run holds the lock '" + name + "'", "let it end, or retry later");
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // closing is what releases it; a connection that fails to close is gone
        }
    }
}
