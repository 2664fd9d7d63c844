package dev.catavento.simulator.generated;

import dev.catavento.simulator.layer.Mix;
import java.util.List;

/** A seeded source of chance that gives the same numbers on every machine and in every Java version. */
public final class Dice {

    private final long seed;
    private long throwsMade;

    /** Dice for one purpose: the same key gives the same throws, whatever other dice do. */
    public Dice(long... key) {
        this.seed = Mix.hash(key);
    }

    private long next() {
        return Mix.hash(seed, throwsMade++);
    }

    /** A whole number from 0 to n − 1. */
    public int below(int n) {
        return (int) Math.floorMod(next(), (long) n);
    }

    /** A number from 0 (inclusive) to 1 (exclusive). */
    public double fraction() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    public double between(double low, double high) {
        return low + (high - low) * fraction();
    }

    public <T> T pick(List<T> things) {
        return things.get(below(things.size()));
    }

    /** An index, each as likely as its weight says. */
    public int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int throwOf = below(total);
        int index = 0;
        while (throwOf >= weights[index]) {
            throwOf -= weights[index++];
        }
        return index;
    }

    /** Shuffles in place (Fisher-Yates). */
    public <T> void shuffle(List<T> things) {
        for (int i = things.size() - 1; i > 0; i--) {
            int j = below(i + 1);
            T kept = things.get(i);
            things.set(i, things.get(j));
            things.set(j, kept);
        }
    }
}
