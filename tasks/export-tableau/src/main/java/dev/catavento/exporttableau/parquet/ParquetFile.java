package dev.catavento.exporttableau.parquet;

import dev.catavento.exporttableau.table.Column;
import dev.catavento.exporttableau.table.ColumnType;
import dev.catavento.store.export.RowSink;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/**
 * A table as Parquet, its rows in the order they came, by way of a DuckDB table on disk: so memory does not grow with
 * the rows. The file is there once {@link #finish} has returned.
 */
public final class ParquetFile<R> implements RowSink<R>, AutoCloseable {
    /** A row group and zstd's buffers fit. */
    private static final String MEMORY_LIMIT = "96MB";

    private final List<Column<R>> columns;
    private final Path parquet;
    private final Engine engine;
    private final DuckDBAppender appender;

    /** @param scratch a folder whose content does not matter */
    public ParquetFile(List<Column<R>> columns, Path scratch, Path parquet) throws IOException {
        this.columns = columns;
        this.parquet = parquet;
        this.engine = Engine.onDisk(scratch, MEMORY_LIMIT);
        try {
            var types = columns.stream()
                    .map(column -> '"' + column.name().replace("\"", "\"\"") + "\" " + type(column.type()))
                    .collect(Collectors.joining(", "));
            engine.execute(Engine.resource("ParquetFile.create.sql").replace("${columns}", types));
            this.appender = engine.append("exported");
        } catch (IOException | RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    @Override
    public void accept(R row) throws IOException {
        try {
            appender.beginRow();
            for (var column : columns) {
                append(column.in(row));
            }
            appender.endRow();
        } catch (SQLException e) {
            throw Engine.failure(e);
        }
    }

    public void finish() throws IOException {
        try {
            appender.close();
        } catch (SQLException e) {
            throw Engine.failure(e);
        }
        engine.execute(
                Engine.resource("ParquetFile.copy.sql").replace("${parquet}", Engine.literal(parquet.toString())));
    }

    @Override
    public void close() throws IOException {
        engine.close();
    }

    private void append(Object value) throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case Double number -> appender.append(number.doubleValue());
            case Integer number -> appender.append(number.intValue());
            case Boolean flag -> appender.append(flag.booleanValue());
            case Instant instant ->
                appender.appendEpochMicros(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L));
            case LocalDateTime time ->
                appender.appendEpochMicros(Math.multiplyExact(time.toEpochSecond(ZoneOffset.UTC), 1_000_000L));
            case LocalDate day -> appender.append(day);
            default -> appender.append(value.toString());
        }
    }

    private static String type(ColumnType type) {
        return switch (type) {
            case TEXT, UUID -> "VARCHAR";
            case INTEGER -> "INTEGER";
            case NUMBER, COORDINATE -> "DOUBLE";
            case FLAG -> "BOOLEAN";
            case INSTANT -> "TIMESTAMP WITH TIME ZONE";
            case LOCAL_TIME -> "TIMESTAMP";
            case DAY -> "DATE";
            case POINT -> throw new IllegalArgumentException("points are GeoParquet's");
        };
    }
}
