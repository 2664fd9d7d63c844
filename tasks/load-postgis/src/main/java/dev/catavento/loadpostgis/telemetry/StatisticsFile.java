package dev.catavento.loadpostgis.telemetry;

import dev.catavento.domain.telemetry.SignalDay;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.Stop;
import dev.catavento.task.TaskException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** Reads landed statistics, Parquet by Parquet, with DuckDB: a turbine's day at a time, in the order of the turbines. */
final class StatisticsFile implements AutoCloseable {
    /** A row group and its unpacked columns fit. */
    private static final String MEMORY_LIMIT = "160MB";

    private final StatisticsColumns columns;
    private final Path folder;
    private final Connection duckdb;
    private String last = "";

    StatisticsFile(StatisticsColumns columns) {
        this.columns = columns;
        try {
            this.folder = Files.createTempDirectory("catavento-telemetry");
        } catch (IOException e) {
            throw noRoom(e);
        }
        try {
            this.duckdb = new DuckDBDriver().connect("jdbc:duckdb:", settings());
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB: " + e.getMessage(), e);
        }
    }

    /** What to do with a turbine's day. */
    @FunctionalInterface
    interface Sink {
        void take(TurbineDay turbine) throws SQLException, InterruptedException;
    }

    /** Puts a blob beside the task, for {@link #read}. */
    void put(int ordinal, byte[] parquet) {
        try {
            Files.write(path(ordinal), parquet);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    /**
     * Hands over what a blob holds, and removes its file. In the order of the blobs.
     *
     * @param rows rows that it must have
     * @throws TaskException {@link ErrorKind#STORE_DAMAGED} where the blob is not what was landed
     */
    void read(int ordinal, int rows, Sink sink) throws SQLException, InterruptedException {
        var file = path(ordinal);
        each(ordinal, file, rows, sink);
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private Path path(int ordinal) {
        return folder.resolve("statistics-" + ordinal + ".parquet");
    }

    private void each(int ordinal, Path file, int expected, Sink sink) throws SQLException, InterruptedException {
        var sql = resource("StatisticsFile.read.sql")
                .replace("${columns}", columns.selected())
                .replace("${file}", file.toString().replace("'", "''"));
        int read = 0;
        String turbine = null;
        List<SignalDay> signals = null;
        try (var statement = duckdb.createStatement()) {
            var row = statement.executeQuery(sql);
            while (row.next()) {
                read++;
                var name = row.getString(1);
                if (!name.equals(turbine)) {
                    if (turbine != null) {
                        sink.take(new TurbineDay(turbine, signals));
                    }
                    if (!inOrder(last, name)) {
                        throw damaged(ordinal, "turbine " + name + " comes after " + last);
                    }
                    turbine = name;
                    last = name;
                    signals = columns.blank();
                    if (Stop.requested()) {
                        throw Stop.asFailure();
                    }
                }
                int w = row.getInt(2);
                if (w >= SignalDay.WINDOWS) {
                    throw damaged(ordinal, "turbine " + name + " has a window " + w);
                }
                if (w >= 0) {
                    columns.take(row, w, signals);
                }
            }
        } catch (SQLException e) {
            if (e.getSQLState() == null) { // DuckDB's; the store's always have one
                throw damaged(ordinal, e.getMessage());
            }
            throw e;
        }
        if (turbine != null) {
            sink.take(new TurbineDay(turbine, signals));
        }
        if (read != expected) {
            throw damaged(ordinal, "it holds " + read + " rows of " + expected);
        }
    }

    private static boolean inOrder(String one, String next) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), next.getBytes(StandardCharsets.UTF_8)) < 0;
    }

    private static TaskException damaged(int ordinal, String how) {
        return new TaskException(
                ErrorKind.STORE_DAMAGED,
                "blob " + ordinal + " of the landed statistics cannot be used: " + how,
                "run downsample-telemetry for the day again with --force");
    }

    private static Properties settings() {
        var settings = new Properties();
        settings.setProperty("threads", "1");
        settings.setProperty("memory_limit", MEMORY_LIMIT);
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        return settings;
    }

    private static TaskException noRoom(IOException e) {
        return new TaskException(
                ErrorKind.DISK_FULL,
                "the landed statistics cannot be put beside the task: " + e.getMessage(),
                "make room in the folder for temporary files (" + System.getProperty("java.io.tmpdir")
                        + "), then retry");
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(StatisticsFile.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        duckdb.close();
        try (var left = Files.newDirectoryStream(folder)) {
            for (var file : left) {
                Files.deleteIfExists(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            // the folder for temporary files is the operating system's to empty
        }
    }
}
