package dev.catavento.task;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant by a name that is not known. */
public final class NearNames {
    private NearNames() {}

    /**
     * The known name with the fewest letters to change, upper or lower case apart; of several the one that is nearest
     * with it, then the first in the alphabet. Empty for no known one.
     */
    public static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String candidate) -> distanceOfLetters(name, candidate))
                        .thenComparingInt(candidate -> distance(name, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The nearest, if it is near: no more than half of its letters, and always one, would have to change. */
    public static Optional<String> near(String name, Collection<String> known) {
        return nearest(name, known).filter(found -> distanceOfLetters(name, found) <= Math.max(1, found.length() / 2));
    }

    private static int distanceOfLetters(String a, String b) {
        return distance(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
    }

    /** Levenshtein's distance: letters to insert, to remove or to replace. */
    public static int distance(String a, String b) {
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
