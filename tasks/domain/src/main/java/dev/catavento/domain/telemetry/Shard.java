package dev.catavento.domain.telemetry;

import java.util.regex.Pattern;

/**
 * A part of a source's turbines, written {@code i/n} as on the command line.
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

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
