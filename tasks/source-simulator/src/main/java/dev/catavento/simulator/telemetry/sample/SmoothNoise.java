package dev.catavento.simulator.telemetry.sample;

import dev.catavento.simulator.layer.Mix;

/**
 * Chance that changes smoothly with time: random numbers from −1 to 1 at the ends of equal periods, a smooth curve
 * between them. Any instant costs the same.
 *
 * @param periodMinutes 1 or more; with 1 each minute stands for itself
 */
record SmoothNoise(long key, int periodMinutes) {

    double at(long minute) {
        long period = Math.floorDiv(minute, (long) periodMinutes);
        double way = (double) Math.floorMod(minute, periodMinutes) / periodMinutes;
        double before = end(period);
        if (way == 0) {
            return before;
        }
        double smooth = way * way * (3 - 2 * way);
        return before + (end(period + 1) - before) * smooth;
    }

    private double end(long period) {
        return (Mix.hash(key, period) >> 11) * 0x1.0p-52;
    }
}
