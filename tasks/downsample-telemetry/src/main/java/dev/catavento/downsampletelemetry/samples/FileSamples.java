package dev.catavento.downsampletelemetry.samples;

import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.downsampletelemetry.engine.Engine;
import dev.catavento.downsampletelemetry.engine.EngineException;
import dev.catavento.downsampletelemetry.engine.SqlTemplate;
import dev.catavento.source.http.SourceFailure;
import dev.catavento.source.telemetry.SourceKind;
import dev.catavento.source.telemetry.StampMeaning;
import dev.catavento.source.telemetry.TelemetrySource;
import dev.catavento.source.telemetry.UnitConversion;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The {@code samples} of a file. Parquet with typed stamps is read in place, by the engine; anything else row by row, so
 * that every value that is not what it should be is named.
 */
public final class FileSamples {
    private final Engine engine;
    private final TelemetrySource source;
    private final String shown;
    private final Map<String, Stamps> stamps = new HashMap<>();
    private final SortedSet<String> turbines = new TreeSet<>();

    /** @param shown the file's place, for messages */
    public FileSamples(Engine engine, TelemetrySource source, String shown) {
        this.engine = engine;
        this.source = source;
        this.shown = shown;
    }

    /** Stamps of repeated hours that stayed unclear, by turbine. */
    public Map<String, Stamps> stamps() {
        return stamps;
    }

    /** The turbines that a file of many days names, on whatever day; of a day's file its rows are asked. */
    public SortedSet<String> turbines() {
        return turbines;
    }

    public void open(Path file, TelemetryDay day) {
        boolean parquet = "parquet".equals(source.dialect());
        var relation = parquet
                ? "read_parquet(" + SqlTemplate.literal(file.toString()) + ")"
                : "read_csv(" + SqlTemplate.literal(file.toString()) + ", header = true, all_varchar = true)";
        try {
            var columns = new FileColumns(engine, relation, shown);
            columns.require(source);
            var stampType = columns.type(source.stampColumn());
            if (parquet) {
                columns.requireNumbers(source);
            }
            if (parquet && stampType.startsWith("TIMESTAMP") && oneOffset(day, stampType)) {
                engine.execute(view(relation, stampType, day));
                nameTurbines(relation);
            } else {
                readRows(relation, day);
            }
        } catch (EngineException e) {
            throw new SourceFailure.BrokenAnswer(shown + " cannot be read: " + e.getMessage());
        }
    }

    private boolean oneOffset(TelemetryDay day, String stampType) {
        var rules = source.zone().getRules();
        var before = day.start().minus(Duration.ofHours(3));
        var next = rules.nextTransition(before);
        return source.kind() == SourceKind.SAMPLES
                && (zoned(stampType)
                        || next == null
                        || next.getInstant().isAfter(day.end().plus(Duration.ofHours(3))));
    }

    /** Nanoseconds are {@code TIMESTAMPTZ_NS}, microseconds {@code TIMESTAMP WITH TIME ZONE}. */
    private static boolean zoned(String stampType) {
        return stampType.contains("ZONE") || stampType.contains("TZ");
    }

    private String view(String relation, String stampType, TelemetryDay day) {
        long shift = source.stamps() == StampMeaning.END ? source.cadence().toNanos() / 1000 : 0;
        if (!zoned(stampType)) {
            shift += source.zone().getRules().getOffset(day.start()).getTotalSeconds() * 1_000_000L;
        }
        var values = Map.of(
                "turbine",
                turbine(),
                "stamp",
                SqlTemplate.identifier(source.stampColumn()) + (zoned(stampType) ? "::TIMESTAMPTZ" : "::TIMESTAMP"),
                "shift_us",
                String.valueOf(shift),
                "relation",
                relation,
                "wanted",
                source.holdsManyDays()
                        ? "WHERE at_us >= " + day.startMicros() + " AND at_us < " + day.endMicros()
                        : "");
        var columns = new ArrayList<SqlTemplate.Each>();
        for (var signal : source.signals()) {
            for (var column : signal.columns().values()) {
                columns.add(new SqlTemplate.Each(
                        Map.of("i", String.valueOf(columns.size()), "value", value(column, signal.unit())),
                        word -> true));
            }
        }
        return SqlTemplate.of(FileSamples.class, "samples-of-file.sql").fill(values, columns);
    }

    private static String value(String column, UnitConversion unit) {
        var value = SqlTemplate.identifier(column) + "::DOUBLE";
        return unit.identity()
                ? value
                : "((" + value + " + " + number(unit.shift()) + ") * " + number(unit.multiplier()) + " / "
                        + number(unit.divisor()) + ")";
    }

    private void nameTurbines(String relation) {
        if (!source.holdsManyDays()) {
            return;
        }
        var values = Map.of(
                "turbine", turbine(),
                "stamp", SqlTemplate.identifier(source.stampColumn()),
                "relation", relation);
        engine.query(SqlTemplate.fill(FileSamples.class, "turbines-of-file.sql", values), row -> {
            if (row.getString(1) == null || row.getBoolean(2)) {
                throw new SourceFailure.BrokenAnswer(
                        shown + " has rows without " + (row.getBoolean(2) ? source.stampColumn() : "turbine"));
            }
            turbines.add(row.getString(1));
        });
    }

    private void readRows(String relation, TelemetryDay day) {
        var sql = SqlTemplate.of(FileSamples.class, "file-rows.sql")
                .fill(
                        Map.of(
                                "turbine", turbine(),
                                "stamp", SqlTemplate.identifier(source.stampColumn()),
                                "relation", relation),
                        source.valueColumns().stream()
                                .map(column -> new SqlTemplate.Each(
                                        Map.of("column", SqlTemplate.identifier(column)), word -> true))
                                .toList());
        var columns = source.valueColumns();
        var values = new double[columns.size()];
        var number = new long[1];
        try (var table = new SampleTable(engine, source)) {
            int attempt = table.begin();
            engine.query(sql, row -> {
                number[0]++;
                var turbine = text(row, 1, "turbine", number[0]);
                var stamp = text(row, 2, source.stampColumn(), number[0]);
                long at = stamps.computeIfAbsent(turbine, none -> new Stamps(source, day))
                        .toMicros(stamp);
                if (source.holdsManyDays()) {
                    turbines.add(turbine);
                    if (at < day.startMicros() || at >= day.endMicros()) {
                        return;
                    }
                }
                for (int i = 0; i < values.length; i++) {
                    values[i] = Numbers.parse(row.getString(3 + i), shown, number[0], columns.get(i));
                }
                table.add(attempt, turbine, at, values);
            });
        }
    }

    private String text(ResultSet row, int column, String name, long number) throws SQLException {
        var text = row.getString(column);
        if (text == null || text.isBlank()) {
            throw new SourceFailure.BrokenAnswer(shown + ", row " + number + ": no " + name);
        }
        return text;
    }

    private String turbine() {
        return source.turbineColumn()
                .map(column -> SqlTemplate.identifier(column) + "::VARCHAR")
                .orElseGet(() -> SqlTemplate.literal(source.turbine().orElseThrow()));
    }

    private static String number(double value) {
        return "'" + value + "'::DOUBLE";
    }
}
