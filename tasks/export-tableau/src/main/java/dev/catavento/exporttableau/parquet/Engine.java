package dev.catavento.exporttableau.parquet;

import dev.catavento.task.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** DuckDB in this process: one thread, which keeps the order of rows, in bounded memory. */
final class Engine implements AutoCloseable {
    private static final Pattern DISK = Pattern.compile("(?i)IO Error|no space left");

    private final DuckDBConnection connection;

    private Engine(String database, Path scratch, String memoryLimit) throws IOException {
        try {
            connection = (DuckDBConnection)
                    new DuckDBDriver().connect("jdbc:duckdb:" + database, settings(scratch, memoryLimit));
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** @param scratch folder for what does not fit into memory */
    static Engine inMemory(Path scratch, String memoryLimit) throws IOException {
        return new Engine("", scratch, memoryLimit);
    }

    /** Tables lie in a file of the scratch folder. */
    static Engine onDisk(Path scratch, String memoryLimit) throws IOException {
        return new Engine(scratch.resolve("scratch.duckdb").toString(), scratch, memoryLimit);
    }

    void execute(String sql) throws IOException {
        try (var statement = connection.createStatement()) {
            Stop.onRequest(() -> cancel(statement));
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    DuckDBAppender append(String table) throws IOException {
        try {
            return connection.createAppender(table);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The disk's faults are the folder's; anything else of the engine is a bug of ours. */
    static IOException failure(SQLException e) {
        if (e.getMessage() != null && DISK.matcher(e.getMessage()).find()) {
            return new IOException(e.getMessage(), e);
        }
        if (Stop.requested()) {
            throw Stop.asFailure();
        }
        throw new IllegalStateException("DuckDB: " + e.getMessage(), e);
    }

    static String literal(String text) {
        return text.replace("'", "''");
    }

    static String resource(String name) {
        try (var in = Objects.requireNonNull(Engine.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static Properties settings(Path scratch, String memoryLimit) {
        var settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("memory_limit", memoryLimit);
        settings.setProperty("temp_directory", scratch.toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        return settings;
    }

    private static void cancel(java.sql.Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            // it ended by itself
        }
    }
}
