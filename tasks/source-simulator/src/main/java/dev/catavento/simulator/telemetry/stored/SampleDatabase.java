package dev.catavento.simulator.telemetry.stored;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** The simulator's own PostgreSQL database; a connection that breaks is made anew for the next transaction. */
public final class SampleDatabase {

    private static final int PATIENCE_SECONDS = 5;

    private final String url;
    private final Properties login = new Properties();
    private Connection connection;

    /** What is done in one transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** @param url {@code jdbc:postgresql://HOST:PORT/DATABASE} */
    public SampleDatabase(String url, String user, String password) {
        this.url = url;
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", String.valueOf(PATIENCE_SECONDS));
        login.setProperty("ApplicationName", "catavento source-simulator");
    }

    /** @throws StoreUnavailable where the database does not do it; nothing has changed then */
    synchronized <T> T with(Work<T> work) {
        try {
            T result = work.in(connection());
            connection.commit();
            return result;
        } catch (SQLException e) {
            forget();
            throw new StoreUnavailable("the simulator's database " + url + ": " + e.getMessage());
        }
    }

    private Connection connection() throws SQLException {
        if (connection == null || !connection.isValid(PATIENCE_SECONDS)) {
            forget();
            connection = new org.postgresql.Driver().connect(url, login);
            connection.setAutoCommit(false);
        }
        return connection;
    }

    private void forget() {
        try (Connection old = connection) {
            connection = null;
        } catch (SQLException e) {
            // it was broken already
        }
    }
}
