package dev.catavento.simulator.generated;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Makes up the plants of a bucket, in complexes: neighbours with one name, one machine and one way of counting. */
final class Complexes {

    private static final int[] COMPLEX_SIZES = {0, 30, 18, 14, 12, 8, 6, 4, 3, 2, 2, 1, 1, 1, 1, 1};
    private static final Designations.Style[] STYLES = {
        Designations.Style.INITIALS_PLANT_DASH,
        Designations.Style.INITIALS_DASH_PLANT,
        Designations.Style.INITIALS_DASH,
        Designations.Style.BARE,
        Designations.Style.PADDED,
        Designations.Style.AEG,
        Designations.Style.AEG_DASH,
        Designations.Style.UNDERSCORES,
        Designations.Style.SPACED_DASH
    };
    private static final int[] STYLE_WEIGHTS = {30, 16, 14, 6, 6, 6, 4, 8, 6};

    private final NameMaker names;
    private final MachinePark machines = new MachinePark();
    private final Dice dice;
    private int complex;

    Complexes(NameMaker names, Dice dice) {
        this.names = names;
        this.dice = dice;
    }

    List<Plant> fill(Bucket bucket, int plantCount) {
        int[] sizes = PlantSizes.split(bucket.turbines(), plantCount, dice);
        List<Plant> plants = new ArrayList<>();
        int at = 0;
        while (at < sizes.length) {
            int members = Math.min(dice.weighted(COMPLEX_SIZES), sizes.length - at);
            complex++;
            String base = names.next(bucket.state());
            Machine machine = machines.pick(dice, bucket.status().operates());
            Designations.Style style = STYLES[dice.weighted(STYLE_WEIGHTS)];
            int counting = dice.below(3);
            for (int i = 1; i <= members; i++) {
                String name = members == 1 ? base : base + " " + counter(counting, i);
                plants.add(plant(
                        name, bucket, sizes[at++], machine, new Designations(style, Designations.initialsOf(base), i)));
            }
        }
        return plants;
    }

    private Plant plant(String name, Bucket bucket, int size, Machine machine, Designations designations) {
        return new Plant(
                -1,
                name,
                bucket.state(),
                complex,
                Collections.nCopies(size, machine),
                Collections.nCopies(size, bucket.status()),
                null,
                designations,
                Marks.NONE);
    }

    private static String counter(int way, int number) {
        return switch (way) {
            case 0 -> Roman.of(number);
            case 1 -> "%02d".formatted(number);
            default -> String.format(Locale.ROOT, "%d", number);
        };
    }
}
