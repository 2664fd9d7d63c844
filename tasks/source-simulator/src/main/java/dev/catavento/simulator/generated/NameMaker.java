package dev.catavento.simulator.generated;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes up names of wind farms, each once. */
final class NameMaker {

    private final Map<String, List<String>> parts = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Dice dice;

    NameMaker(Dice dice, Iterable<String> taken) {
        this.dice = dice;
        for (String line : Resource.lines("name-parts.txt")) {
            int colon = line.indexOf(':');
            parts.put(
                    line.substring(0, colon),
                    List.of(line.substring(colon + 1).strip().split(", ")));
        }
        taken.forEach(used::add);
    }

    String next(String state) {
        for (int tries = 0; ; tries++) {
            String name = isSouthern(state) ? southern() : northern();
            if (tries > 20) {
                name += " " + one("quality");
            }
            if (used.add(name)) {
                return name;
            }
        }
    }

    private static boolean isSouthern(String state) {
        return state.equals("RS") || state.equals("SC") || state.equals("PR");
    }

    private String southern() {
        return dice.below(5) == 0 ? one("single") + " " + one("quality") : one("water") + " " + one("south");
    }

    private String northern() {
        return switch (dice.weighted(30, 45, 10, 15)) {
            case 0 -> "Ventos de " + one("saint");
            case 1 -> one("place") + " " + one("ofwhat");
            case 2 -> one("single");
            default -> one("single") + " " + one("quality");
        };
    }

    private String one(String part) {
        return dice.pick(parts.get(part));
    }
}
