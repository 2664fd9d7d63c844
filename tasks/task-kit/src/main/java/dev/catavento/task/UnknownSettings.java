package dev.catavento.task;

import java.util.Arrays;
import java.util.Collection;
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
                            "did you mean " + NearNames.nearest(name, known).orElseThrow()
                                    + "? docs/configuration.md lists them all");
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
}
