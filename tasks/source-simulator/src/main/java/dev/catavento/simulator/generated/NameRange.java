package dev.catavento.simulator.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of plants that are counted on: {@code Name {01-15}}, {@code Name {I-XV}}. */
final class NameRange {

    private static final Pattern RANGE = Pattern.compile("\\{([0-9]+|[IVXL]+)-([0-9]+|[IVXL]+)}");
    private static final Pattern COUNTER = Pattern.compile(" ([0-9]+|[IVXL]+)\\s*$");

    private NameRange() {}

    static List<String> expand(String name) {
        Matcher range = RANGE.matcher(name);
        if (!range.find()) {
            return List.of(name);
        }
        String first = range.group(1);
        boolean roman = !Character.isDigit(first.charAt(0));
        int from = roman ? Roman.parse(first) : Integer.parseInt(first);
        int to = roman ? Roman.parse(range.group(2)) : Integer.parseInt(range.group(2));
        List<String> names = new ArrayList<>();
        for (int i = from; i <= to; i++) {
            String counter = roman ? Roman.of(i) : ("%0" + first.length() + "d").formatted(i);
            names.add(range.replaceFirst(counter));
        }
        return names;
    }

    /** The name without its counter. */
    static String base(String name) {
        return COUNTER.matcher(name.strip()).replaceFirst("").strip();
    }
}
