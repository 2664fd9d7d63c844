package dev.catavento.downsampletelemetry.windows;

import dev.catavento.domain.telemetry.Direction;
import dev.catavento.domain.telemetry.PowerLimits;
import dev.catavento.domain.telemetry.SignalSpec;
import dev.catavento.domain.telemetry.TelemetryDay;
import dev.catavento.downsampletelemetry.engine.SqlTemplate;
import dev.catavento.source.telemetry.Statistic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A source's signals as the SQL knows them, by number: {@code x0}, {@code n0}, … */
final class Signals {
    private Signals() {}

    /** @param given by signal, the columns of a source of statistics in their order; empty for samples */
    static List<SqlTemplate.Each> of(List<SignalSpec> specs, List<Set<Statistic>> given) {
        var each = new ArrayList<SqlTemplate.Each>();
        int column = 0;
        for (int i = 0; i < specs.size(); i++) {
            var spec = specs.get(i);
            var values = values(specs, i);
            if (!given.isEmpty()) {
                for (var statistic : Statistic.values()) {
                    values.put(statistic.word() + "_x", "NULL::DOUBLE");
                }
                for (var statistic : given.get(i)) {
                    values.put(statistic.word() + "_x", "x" + column++);
                }
            }
            each.add(new SqlTemplate.Each(values, word -> applies(word, spec)));
        }
        return each;
    }

    private static boolean applies(String word, SignalSpec spec) {
        return switch (word) {
            case "linear" -> !spec.circular();
            case "circular" -> spec.circular();
            case "can_stick" -> spec.stuckAfterSeconds() > 0;
            case "wind_speed" -> spec.windSpeed();
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static Map<String, String> values(List<SignalSpec> specs, int i) {
        var spec = specs.get(i);
        var values = new HashMap<String, String>();
        values.put("i", String.valueOf(i));
        values.put("lowest", limit(spec, PowerLimits.LOWEST_OF_RATED, spec.min()));
        values.put("highest", limit(spec, PowerLimits.HIGHEST_OF_RATED, spec.max()));
        values.put("producing", String.valueOf(PowerLimits.PRODUCING_OF_RATED));
        values.put("power", powerColumn(specs));
        values.put(
                "may_stand",
                spec.power()
                        ? "coalesce(NOT rated > 0, true) OR min" + i + " <= 0 OR min" + i + " >= "
                                + number(PowerLimits.AT_RATED) + " * rated"
                        : "false");
        values.put(
                "stuck_windows",
                String.valueOf(Math.max(1, spec.stuckAfterSeconds() / TelemetryDay.WINDOW_SECONDS - 1)));
        values.put("steps", String.valueOf(Direction.GRID));
        values.put("steps_a_unit", spec.circular() ? "1e2" : "1e3");
        for (var column : List.of("n", "mean", "m2", "min", "max", "sin", "cos")) {
            values.put(column, SqlTemplate.identifier(spec.name() + "__" + column));
        }
        values.put("first_s", SqlTemplate.identifier(spec.name() + "__first"));
        values.put("last_s", SqlTemplate.identifier(spec.name() + "__last"));
        return values;
    }

    private static String limit(SignalSpec spec, double ofRated, double otherwise) {
        return spec.power()
                ? "CASE WHEN rated > 0 THEN " + number(ofRated) + " * rated ELSE " + number(otherwise) + " END"
                : number(otherwise);
    }

    private static String powerColumn(List<SignalSpec> specs) {
        for (int i = 0; i < specs.size(); i++) {
            if (specs.get(i).power()) {
                return "max" + i;
            }
        }
        return "NULL";
    }

    /** A literal without a point is an integer to DuckDB, one with a point a decimal: this is the very double. */
    private static String number(double value) {
        return "'" + value + "'::DOUBLE";
    }
}
