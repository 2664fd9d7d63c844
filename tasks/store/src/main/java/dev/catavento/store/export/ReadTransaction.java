package dev.catavento.store.export;

import dev.catavento.store.Store;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** One read-only transaction: every question asked in it is answered from the same instant. Not for several threads. */
public final class ReadTransaction implements AutoCloseable {
    private static final String BEGIN = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    private final Store store;
    private final Connection connection;

    private ReadTransaction(Store store, Connection connection) {
        this.store = store;
        this.connection = connection;
    }

    /** Work on the connection. */
    @FunctionalInterface
    public interface Question<T> {
        T answer(Connection connection) throws SQLException;
    }

    /** Work that hands rows on. */
    @FunctionalInterface
    public interface Work {
        void on(Connection connection) throws SQLException, IOException;
    }

    public static ReadTransaction open(Store store) {
        var transaction = new ReadTransaction(store, store.open());
        transaction.begin();
        return transaction;
    }

    /** The same state on a connection of its own; to be closed before this one. */
    public ReadTransaction beside() {
        var other = open(store);
        try (var export = connection.createStatement();
                var take = other.connection.createStatement()) {
            var snapshot = export.executeQuery("SELECT pg_export_snapshot()");
            snapshot.next();
            take.execute("SET TRANSACTION SNAPSHOT '" + snapshot.getString(1) + "'");
            return other;
        } catch (SQLException e) {
            other.close();
            throw store.failure(e);
        }
    }

    public <T> T ask(Question<T> question) {
        try {
            return question.answer(connection);
        } catch (SQLException e) {
            throw store.failure(e);
        }
    }

    /** Whether the store's source is the generated demo fleet. */
    public boolean isDemo() {
        return ask(ReleaseQuery::isDemo);
    }

    /** As {@link #ask}, for rows that go somewhere as they come. */
    public void stream(Work work) throws IOException {
        try {
            work.on(connection);
        } catch (SQLException e) {
            throw store.failure(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // nothing was written: a connection that fails to close is gone
        }
    }

    private void begin() {
        ask(open -> {
            open.setAutoCommit(false);
            try (var statement = open.createStatement()) {
                statement.execute(BEGIN);
                statement.execute("SET LOCAL TimeZone = 'UTC'");
            }
            return null;
        });
    }
}
