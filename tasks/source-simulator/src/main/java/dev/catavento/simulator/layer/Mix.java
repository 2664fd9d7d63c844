package dev.catavento.simulator.layer;

/** Mixes numbers into one well-spread number, the same on every machine (the finalizer of SplitMix64). */
public final class Mix {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Mix() {}

    public static long hash(long... parts) {
        long state = 0;
        for (long part : parts) {
            state = spread(state + GOLDEN + part);
        }
        return state;
    }

    static long spread(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
