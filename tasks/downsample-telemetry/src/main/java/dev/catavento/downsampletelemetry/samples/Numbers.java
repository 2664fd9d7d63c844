package dev.catavento.downsampletelemetry.samples;

import dev.catavento.source.http.SourceFailure;
import java.util.Locale;

/** Numbers as files write them: NaN where there is none, infinity where something stands that says it is no number. */
final class Numbers {
    private Numbers() {}

    static double parse(String text, String file, long row, String column) {
        if (text == null || text.isBlank()) {
            return Double.NaN;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "null", "na", "n/a", "nan" -> Double.NaN;
            case "inf", "-inf", "infinity", "-infinity" -> Double.POSITIVE_INFINITY;
            default -> number(text.strip(), file, row, column);
        };
    }

    private static double number(String text, String file, long row, String column) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new SourceFailure.BrokenAnswer(
                    file + ", row " + row + ": column " + column + " holds '" + text + "', not a number");
        }
    }
}
