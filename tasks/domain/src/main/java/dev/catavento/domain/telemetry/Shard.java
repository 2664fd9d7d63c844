package dev.catavento.domain.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * A part of a source's turbines, told by their names alone and written {@code i/n} as on the command line. Every turbine is
 * in one shard, on every machine in the same.
 *
 * @param index from 1
 * @param count into how many parts the turbines are divided; 1 when they are not
 */
public record Shard(int index, int count) {
    public static final Shard WHOLE = new Shard(1, 1);
    private static final Pattern WRITTEN = Pattern.compile("([1-9]\\d{0,3})/([1-9]\\d{0,3})");

    public Shard {
        if (index < 1 || index > count) {
            throw new IllegalArgumentException(
                    index + "/" + count + " is no part of a whole: 1/" + count + " to " + count + "/" + count + " are");
        }
    }

    /** Throws {@link IllegalArgumentException} with a sentence for people where the text is not a part of a whole. */
    public static Shard parse(String text) {
        var parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is not of the form i/n, as in 2/8");
        }
        return new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
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
