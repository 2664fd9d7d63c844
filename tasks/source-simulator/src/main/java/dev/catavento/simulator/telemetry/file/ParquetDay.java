package dev.catavento.simulator.telemetry.file;

import dev.catavento.simulator.telemetry.sample.Reading;
import dev.catavento.simulator.telemetry.sample.Signal;
import dev.catavento.simulator.telemetry.sample.Turbine;
import dev.catavento.simulator.telemetry.serve.StampForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/**
 * A day as Parquet, by way of a DuckDB database beside it that is removed again: so a fleet's day needs little memory.
 * Naive stamps are a TIMESTAMP, others one with its zone, in UTC.
 */
final class ParquetDay implements DayFile {

    private static final String MEMORY_LIMIT = "384MB";

    private final Path file;
    private final Path scratch;
    private final StampForm form;
    private final DuckDBConnection connection;
    private final DuckDBAppender appender;

    ParquetDay(Path file, StampForm form) throws IOException {
        this.file = file;
        this.form = form;
        scratch = Files.createTempDirectory(file.toAbsolutePath().getParent(), ".writing-");
        try {
            connection = (DuckDBConnection)
                    new DuckDBDriver().connect("jdbc:duckdb:" + scratch.resolve("day.duckdb"), settings());
            try (var statement = connection.createStatement()) {
                statement.execute(resource("ParquetDay.create.sql")
                        .replace("${stamp}", form == StampForm.NAIVE ? "TIMESTAMP" : "TIMESTAMP WITH TIME ZONE"));
            }
            appender = connection.createAppender("main", "sample");
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", MEMORY_LIMIT);
        settings.setProperty("threads", "2");
        settings.setProperty("temp_directory", scratch.resolve("spilled").toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        return settings;
    }

    @Override
    public void write(Turbine turbine, Reading reading) throws IOException {
        // A naive stamp is local time that does not say so.
        long millis = reading.stampMillis() + (form == StampForm.NAIVE ? form.offsetMillis() : 0);
        try {
            appender.beginRow().append(turbine.name()).appendEpochMicros(millis * 1000);
            for (Signal signal : Signal.values()) {
                if (reading.isMissing(signal) && !reading.isNanText(signal)) {
                    appender.appendNull();
                } else {
                    appender.append(reading.value(signal));
                }
            }
            appender.endRow();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void finish() throws IOException {
        try {
            appender.close();
            try (var statement = connection.createStatement()) {
                statement.execute(resource("ParquetDay.copy.sql")
                        .replace("${parquet}", file.toString().replace("'", "''")));
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        } finally {
            Scratch.remove(scratch);
        }
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(ParquetDay.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
