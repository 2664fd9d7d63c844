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
import org.duckdb.DuckDBDriver;

/**
 * Turns the database's CSV into GeoParquet with DuckDB, in this process. The whole coordinate system is given, not its
 * code: readers take anything less for WGS 84.
 */
public final class GeoParquetFile {
    /** A row group of 40,960 turbines and zstd's buffers fit; the rest spills into the scratch folder. */
    private static final String MEMORY_LIMIT = "96MB";

    private static final Pattern DISK = Pattern.compile("(?i)IO Error|no space left");

    private final Path scratch;

    /** @param scratch folder for what does not fit into memory */
    public GeoParquetFile(Path scratch) {
        this.scratch = scratch;
    }

    public void write(Path csv, Path parquet) throws IOException {
        var sql = resource("GeoParquetFile.write.sql")
                .replace("${crs}", literal(resource("sirgas2000.projjson")))
                .replace("${csv}", literal(csv.toString()))
                .replace("${parquet}", literal(parquet.toString()));
        try (var connection = new DuckDBDriver().connect("jdbc:duckdb:", settings());
                var statement = connection.createStatement()) {
            Stop.onRequest(() -> cancel(statement));
            statement.execute(sql);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** The disk's faults are the folder's; anything else of the engine is a bug of ours. */
    private static IOException failure(SQLException e) {
        if (e.getMessage() != null && DISK.matcher(e.getMessage()).find()) {
            return new IOException(e.getMessage(), e);
        }
        if (Stop.requested()) {
            throw Stop.asFailure();
        }
        throw new IllegalStateException("DuckDB: " + e.getMessage(), e);
    }

    private Properties settings() {
        var settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("memory_limit", MEMORY_LIMIT);
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

    private static String literal(String text) {
        return text.replace("'", "''");
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(GeoParquetFile.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
