package dev.catavento.task;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Finds {@code CATAVENTO_} variables that nobody reads: a misspelt one would silently not count. */
public final class UnknownSettings {
    private UnknownSettings() {}

    /** Throws {@link ErrorKind#CONFIGURATION} naming the first unknown variable and the nearest right one. */
    public static void refuse(Collection<String> variables) {
        var known = known();
        variables.stream()
                .filter(name -> name.startsWith(Setting.PREFIX))
                .filter(name -> !name.startsWith(Setting.SECRET_PREFIX) && !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new TaskException(
                            ErrorKind.CONFIGURATION,
                            "unknown environment variable " + name,
                            "did you mean " + nearest(name, known) + "? docs/configuration.md lists them all");
                });
    }

    private static List<String> known() {
        return Arrays.stream(Setting.values())
                .flatMap(setting -> setting.perTask()
                        ? Stream.concat(
                                Stream.of(setting.variable()),
                                Setting.TASK_SUFFIXES.stream().map(s -> setting.variable() + "_" + s))
                        : Stream.of(setting.variable()))
                .sorted()
                .toList();
    }

    private static String nearest(String name, List<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
