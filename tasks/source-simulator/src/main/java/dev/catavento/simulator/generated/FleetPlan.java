package dev.catavento.simulator.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** All plants of the first day, before their turbines have places. */
final class FleetPlan {

    /** Plant ids, beside the rows without one. */
    private static final int PLANT_IDS = 2534;

    private static final int OWNERS = 1324;

    private FleetPlan() {}

    static List<Plant> make(long seed, List<StateTotals> totals) {
        List<Plant> notable = NotablePlants.read();
        List<Bucket> buckets = Bucket.remaining(totals, notable, Repeat.ALL);
        int[] counts = plantCounts(
                buckets,
                PLANT_IDS
                        - (int) notable.stream()
                                .filter(plant -> plant.id() != null)
                                .count());
        NameMaker names = new NameMaker(
                new Dice(seed, 1),
                notable.stream().map(plant -> NameRange.base(plant.name())).toList());
        Complexes complexes = new Complexes(names, new Dice(seed, 2));
        List<Plant> made = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            made.addAll(complexes.fill(buckets.get(i), counts[i]));
        }
        Set<String> taken =
                notable.stream().map(Plant::owner).filter(Objects::nonNull).collect(Collectors.toSet());
        List<Plant> all = new ArrayList<>(notable);
        all.addAll(Owners.assign(made, taken, OWNERS, new Dice(seed, 3)));
        return PlantIds.assign(all, new Dice(seed, 4));
    }

    /** Shares the plants out over the buckets in proportion to their turbines, at least one each. */
    private static int[] plantCounts(List<Bucket> buckets, int plants) {
        int turbines = buckets.stream().mapToInt(Bucket::turbines).sum();
        int[] counts = new int[buckets.size()];
        int largest = 0;
        int given = 0;
        for (int i = 0; i < counts.length; i++) {
            counts[i] = Math.max(1, (int) ((long) plants * buckets.get(i).turbines() / turbines));
            given += counts[i];
            largest = buckets.get(i).turbines() > buckets.get(largest).turbines() ? i : largest;
        }
        counts[largest] += plants - given;
        return counts;
    }
}
