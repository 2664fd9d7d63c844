package dev.catavento.simulator.generated;

import dev.catavento.simulator.layer.Position;
import java.util.ArrayList;
import java.util.List;

/** Moves a few turbines of neighbouring plants nearer to each other than one rotor: probable twins. */
final class Twins {

    /** 102 pairs in all; 13 of them are plants marked to stand on or beside another. */
    private static final int PAIRS = 89;

    private static final int MOST_PER_PLANT = 5;

    private Twins() {}

    static void place(List<Plant> plants, Position[][] places, Dice dice) {
        List<Integer> seconds = new ArrayList<>();
        for (int i = 1; i < plants.size(); i++) {
            if (plants.get(i).complex() > 0
                    && plants.get(i).complex() == plants.get(i - 1).complex()) {
                seconds.add(i);
            }
        }
        dice.shuffle(seconds);
        List<Integer> used = new ArrayList<>();
        int left = PAIRS;
        for (int i : seconds) {
            if (left == 0) {
                return;
            }
            if (used.contains(i - 1) || used.contains(i + 1) || used.contains(i)) {
                continue;
            }
            used.add(i);
            left -= pair(plants, i, places, Math.min(left, MOST_PER_PLANT), dice);
        }
    }

    private static int pair(List<Plant> plants, int second, Position[][] places, int most, Dice dice) {
        Plant one = plants.get(second - 1);
        Plant other = plants.get(second);
        int pairs = Math.min(1 + dice.below(most), Math.min(one.size(), other.size()));
        double rotor = Math.min(
                one.machines().getFirst().rotorM(), other.machines().getFirst().rotorM());
        for (int k = 0; k < pairs; k++) {
            double away = dice.between(8, 0.8 * rotor);
            double angle = dice.between(0, 2 * Math.PI);
            places[second][k] = places[second - 1][k].movedByMetres(away * Math.cos(angle), away * Math.sin(angle));
        }
        return pairs;
    }
}
