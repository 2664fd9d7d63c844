package dev.catavento.source.telemetry;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The dialects that {@code sources.yaml} may name. A new one is a class, a line here, and a test. */
public final class Dialects {
    private static final Map<String, SampleDialect> OVER_HTTP = Map.ofEntries(
            Map.entry("sensors", new SensorsDialect()),
            Map.entry("columns", new ColumnsDialect()),
            Map.entry("pages", new PagesDialect()));
    private static final List<String> OF_FILES = List.of("csv", "parquet");

    private Dialects() {}

    /** The dialect of a source over HTTP. */
    public static SampleDialect of(TelemetrySource source) {
        var dialect = OVER_HTTP.get(source.dialect());
        if (dialect == null) {
            throw new IllegalArgumentException(source.dialect() + " is not asked over HTTP");
        }
        return dialect;
    }

    /** True for files, of which {@link DayFiles} has those of a day. */
    public static boolean ofFiles(String dialect) {
        return OF_FILES.contains(dialect);
    }

    /** All, as they stand in {@code sources.yaml}. */
    public static List<String> names() {
        return Stream.concat(OVER_HTTP.keySet().stream().sorted(), OF_FILES.stream())
                .toList();
    }
}
