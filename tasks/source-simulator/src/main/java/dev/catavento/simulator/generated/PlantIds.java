package dev.catavento.simulator.generated;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Numbers the plants: older (operating) ones lower, numbers that notable plants name kept. */
final class PlantIds {

    private static final int LOWEST = 28_000;
    private static final int HIGHEST = 73_533;

    private PlantIds() {}

    static List<Plant> assign(List<Plant> plants, Dice dice) {
        Set<Integer> used = new HashSet<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < plants.size(); i++) {
            Integer id = plants.get(i).id();
            if (id != null && id < 0) {
                open.add(i);
            } else if (id != null) {
                used.add(id);
            }
        }
        open.sort(Comparator.comparing((Integer i) -> !plants.get(i).operates()));
        List<Plant> numbered = new ArrayList<>(plants);
        double step = (HIGHEST - LOWEST) / (double) open.size();
        for (int k = 0; k < open.size(); k++) {
            int id = LOWEST + (int) (step * k) + dice.below((int) step - 2);
            while (!used.add(id)) {
                id++;
            }
            numbered.set(open.get(k), plants.get(open.get(k)).withId(id));
        }
        return numbered;
    }
}
