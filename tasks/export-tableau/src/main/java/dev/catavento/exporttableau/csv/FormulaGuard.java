package dev.catavento.exporttableau.csv;

import java.util.regex.Pattern;

/**
 * Puts {@code '} before text that a spreadsheet would run as a formula when it opens a CSV file. A plain number and a
 * lone sign are none.
 */
public final class FormulaGuard {
    private static final String STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
    private static final Pattern HARMLESS = Pattern.compile("\\s*[-+](\\d+([.,]\\d+)?([eE][-+]?\\d+)?)?\\s*");

    private FormulaGuard() {}

    public static String guard(String text) {
        return mayRun(text) && !HARMLESS.matcher(text).matches() ? "'" + text : text;
    }

    private static boolean mayRun(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && !Character.isSpaceChar(c)) {
                return STARTS.indexOf(c) >= 0;
            }
        }
        return false;
    }
}
