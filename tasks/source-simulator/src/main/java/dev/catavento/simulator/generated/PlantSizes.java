package dev.catavento.simulator.generated;

/** Splits a number of turbines into plants of believable sizes. */
final class PlantSizes {

    private static final int[] COMMON = {
        0, 0, 10, 50, 54, 86, 97, 112, 115, 71, 118, 56, 45, 29, 45, 56, 10, 10, 10, 4, 5, 2, 1, 1, 2, 1
    };
    private static final int LARGEST = 30;

    private PlantSizes() {}

    /** Exactly {@code plants} sizes that add up to exactly {@code turbines}. */
    static int[] split(int turbines, int plants, Dice dice) {
        if (turbines < plants || turbines > plants * LARGEST) {
            throw new IllegalArgumentException(turbines + " turbines do not make " + plants + " plants");
        }
        int[] sizes = new int[plants];
        int sum = 0;
        for (int i = 0; i < plants; i++) {
            sizes[i] = dice.weighted(COMMON);
            sum += sizes[i];
        }
        while (sum != turbines) {
            int i = dice.below(plants);
            int step = sum < turbines ? 1 : -1;
            if (sizes[i] + step >= 1 && sizes[i] + step <= LARGEST) {
                sizes[i] += step;
                sum += step;
            }
        }
        return sizes;
    }
}
