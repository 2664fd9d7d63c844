package dev.catavento.downsampletelemetry.engine;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.Stop;
import dev.catavento.task.TaskException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** DuckDB in this process: in bounded memory, what does not fit spills into the scratch folder. */
public final class Engine implements AutoCloseable {
    private static final String MEMORY_LIMIT = "560MB";
    private static final Pattern DISK = Pattern.compile("(?i)no space left|could not write|failed to offload");

    private final DuckDBConnection connection;

    /** @param scratch folder for what does not fit into memory */
    public Engine(Path scratch) {
        try {
            connection = (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:", settings(scratch));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private Engine(DuckDBConnection connection) {
        this.connection = connection;
    }

    /** A second line to the same data, for another thread: only temporary tables are its own. Closed by whoever asks. */
    public Engine beside() {
        try {
            return new Engine((DuckDBConnection) connection.duplicate());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Something done with a row. */
    @FunctionalInterface
    public interface Row {
        void take(ResultSet row) throws SQLException;
    }

    public void execute(String sql) {
        try (var statement = statement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The number of rows that a statement has written. */
    public long write(String sql) {
        try (var statement = statement()) {
            return statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Hands over the rows one by one; they are not kept. */
    public void query(String sql, Row each) {
        try (var statement = statement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                each.take(rows);
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The number in the only column of the only row. */
    public long number(String sql) {
        var found = new long[1];
        query(sql, row -> found[0] = row.getLong(1));
        return found[0];
    }

    /** Rows for a table, one by one; whoever appends closes. */
    public DuckDBAppender append(String table) {
        try {
            return connection.createAppender(table);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // it held nothing that lasts
        }
    }

    /** What a failure of the engine means: a full disk, a stop, a file that cannot be read, else a bug of ours. */
    public static RuntimeException failure(SQLException e) {
        var said = String.valueOf(e.getMessage());
        if (Stop.requested()) {
            return Stop.asFailure();
        }
        if (DISK.matcher(said).find()) {
            return new TaskException(
                    ErrorKind.DISK_FULL,
                    "no space for scratch files: " + said,
                    "free some space under the temporary folder");
        }
        return new EngineException(said, e);
    }

    private Statement statement() throws SQLException {
        var statement = connection.createStatement();
        Stop.onRequest(() -> cancel(statement));
        return statement;
    }

    private static void cancel(Statement statement) {
        try {
            if (!statement.isClosed()) {
                statement.cancel();
            }
        } catch (SQLException e) {
            // it ended by itself
        }
    }

    private static Properties settings(Path scratch) {
        var settings = new Properties();
        settings.setProperty("memory_limit", MEMORY_LIMIT);
        settings.setProperty("temp_directory", scratch.toString());
        settings.setProperty("preserve_insertion_order", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        return settings;
    }
}
