package dev.catavento.simulator.generated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives the made-up plants owners: companies named after plants, one for a plant or for several of a complex. */
final class Owners {

    private static final List<String> FORMS = List.of(
            "Central Eólica %s S.A.",
            "Eólica %s S.A.",
            "%s Energias Renováveis S.A.",
            "SPE %s Energia S.A.",
            "Usina de Energia Eólica %s Ltda.",
            "%s Geradora de Energia S.A.",
            "Parque Eólico %s Ltda.");

    private Owners() {}

    /** All plants with owners, of whom there are exactly {@code distinct}, the owners in {@code taken} included. */
    static List<Plant> assign(List<Plant> plants, Set<String> taken, int distinct, Dice dice) {
        List<Integer> followers = new ArrayList<>();
        for (int i = 1; i < plants.size(); i++) {
            if (plants.get(i).complex() == plants.get(i - 1).complex()) {
                followers.add(i);
            }
        }
        int companies = distinct - taken.size();
        int complexes = plants.size() - followers.size();
        dice.shuffle(followers);
        Set<Integer> ownCompany = new HashSet<>(followers.subList(0, companies - complexes));
        Set<Integer> others = new HashSet<>(followers.subList(companies - complexes, followers.size()));
        Set<String> used = new HashSet<>(taken);
        List<Plant> owned = new ArrayList<>();
        String owner = null;
        for (int i = 0; i < plants.size(); i++) {
            if (ownCompany.contains(i) || !others.contains(i)) {
                owner = company(plants.get(i).name(), used, dice);
            }
            owned.add(plants.get(i).ownedBy(owner));
        }
        return owned;
    }

    private static String company(String plantName, Set<String> used, Dice dice) {
        String name;
        do {
            name = dice.pick(FORMS).formatted(plantName);
        } while (!used.add(name));
        return name;
    }
}
