package dev.catavento.source.telemetry;

import dev.catavento.task.NearNames;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Suggests which turbine of the fleet a name of the source may mean. The numbers in a name say which turbine it is, so
 * they must agree (leading zeros apart): {@code A-02} is never suggested for {@code A-01}, however near. The letters are
 * compared without case, blanks and signs, and no more than a third of them may differ.
 */
public final class NearTurbines {
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int SUGGESTED = 3;

    private final Map<List<String>, TreeSet<String>> byNumbers =
            new TreeMap<>(Comparator.comparing((List<String> numbers) -> String.join(" ", numbers)));

    /** @param designations of the fleet's turbines */
    public NearTurbines(Collection<String> designations) {
        for (var designation : designations) {
            byNumbers
                    .computeIfAbsent(numbers(designation), none -> new TreeSet<>())
                    .add(designation);
        }
    }

    /** Known designations near the name, the nearest first, three at most; each once, however many turbines have it. */
    public List<String> suggest(String name) {
        var letters = letters(name);
        return byNumbers.getOrDefault(numbers(name), new TreeSet<>()).stream()
                .filter(known -> distance(letters, known) <= letters.length() / 3)
                .sorted(Comparator.comparingInt((String known) -> distance(letters, known))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(SUGGESTED)
                .toList();
    }

    private static int distance(String letters, String known) {
        return NearNames.distance(letters, letters(known));
    }

    private static List<String> numbers(String name) {
        return NUMBER.matcher(name)
                .results()
                .map(run -> run.group().replaceFirst("^0+(?=\\d)", ""))
                .collect(Collectors.toList());
    }

    private static String letters(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    }
}
