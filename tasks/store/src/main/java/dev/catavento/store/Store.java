package dev.catavento.store;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.Settings;
import dev.catavento.task.Stop;
import dev.catavento.task.TaskException;
import dev.catavento.task.TaskName;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens connections to the task's store. Every failure comes out as a classified {@code TaskException}.
 *
 * <p>Signing in costs a task more than most of its statements, so the connection of a call is kept for whoever needs the
 * next one.
 */
@Singleton
public class Store {
    private static final Executor SAME_THREAD = Runnable::run;
    private static final int ALIVE_SECONDS = 2;

    private final Settings settings;
    private final TaskName task;
    private final AtomicReference<Connection> kept = new AtomicReference<>();
    private StoreAddress address;

    @Inject
    Store(Settings settings, TaskName task) {
        this.settings = settings;
        this.task = task;
    }

    /** Work with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** One connection for several steps; the caller closes it. Broken off when the task is told to stop. */
    public Connection open() {
        var left = kept.getAndSet(null);
        if (left != null) {
            if (isAlive(left)) {
                return left;
            }
            abort(left);
        }
        try {
            var connection = new org.postgresql.Driver()
                    .connect(address().url(), address().properties());
            Stop.onRequest(() -> abort(connection));
            return connection;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Runs the work with a connection of its own, each statement committed by itself; it leaves nothing in the session. */
    public <T> T call(Work<T> work) {
        var connection = open();
        boolean done = false;
        try {
            var result = work.on(connection);
            done = true;
            return result;
        } catch (SQLException e) {
            throw failure(e);
        } finally {
            if (!done || !kept.compareAndSet(null, connection)) {
                close(connection);
            }
        }
    }

    /** Runs the work in one transaction on this connection: all of it is kept, or nothing. */
    public <T> T transaction(Connection connection, Work<T> work) {
        try {
            connection.setAutoCommit(false);
            try {
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException e) {
                if (SqlFailures.connectionLost(e)) {
                    abort(connection); // a rollback would wait for an answer that does not come
                }
                throw e;
            } finally {
                endTransaction(connection);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** For a library that opens its own connections; its failures are its own. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(address().url());
        source.setUser(address().user());
        source.setPassword(address().password());
        return source;
    }

    /** The failure to throw for an exception of the driver. */
    public RuntimeException failure(SQLException e) {
        return SqlFailures.classify(e, address().shown(), address().user());
    }

    private synchronized StoreAddress address() {
        if (address == null) {
            try {
                address = StoreAddress.from(settings, task);
            } catch (TaskException wrong) {
                throw new TaskException(ErrorKind.STORE_MISCONFIGURED, wrong.getMessage(), wrong.hint());
            }
        }
        return address;
    }

    private static void endTransaction(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** The server may have been started again meanwhile. */
    private static boolean isAlive(Connection connection) {
        try {
            return connection.isValid(ALIVE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // it is gone
        }
    }

    private static void abort(Connection connection) {
        try {
            if (!connection.isClosed()) {
                connection.abort(SAME_THREAD);
            }
        } catch (SQLException e) {
            // it is being thrown away
        }
    }
}
