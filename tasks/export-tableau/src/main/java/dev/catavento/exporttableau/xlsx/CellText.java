package dev.catavento.exporttableau.xlsx;

import dev.catavento.exporttableau.text.OneLineText;
import java.util.regex.Pattern;

/** Text as a cell can hold it. */
final class CellText {
    private static final int LONGEST = 32_767;

    /** {@code _x0041_} in a cell would be read as an escaped letter. */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private CellText() {}

    static String of(String text) {
        var line = OneLineText.of(text);
        var escaped = line.contains("_x") ? LOOKS_ESCAPED.matcher(line).replaceAll("_x005F_") : line;
        return escaped.length() <= LONGEST ? escaped : escaped.substring(0, LONGEST - 1) + "…";
    }
}
