package dev.catavento.downsampletelemetry;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A part of a source's turbines, told by their names alone: 2/8 is the second of eight. Every turbine is in one shard, on
 * every machine in the same.
 */
public record Shard(int index, int count) {
    public static final Shard WHOLE = new Shard(1, 1);
    private static final int MOST = 1000;

    public Shard {
        if (count < 1 || count > MOST || index < 1 || index > count) {
            throw new IllegalArgumentException("give i/n with 1 ≤ i ≤ n ≤ " + MOST + ", such as 2/8");
        }
    }

    /** @throws IllegalArgumentException saying what is allowed */
    public static Shard parse(String text) {
        var parts = text.split("/", -1);
        try {
            if (parts.length == 2) {
                return new Shard(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("give i/n with 1 ≤ i ≤ n ≤ " + MOST + ", such as 2/8");
    }

    public boolean holds(String turbine) {
        var sum = new CRC32();
        sum.update(turbine.getBytes(StandardCharsets.UTF_8));
        return sum.getValue() % count == index - 1;
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
