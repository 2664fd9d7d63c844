package dev.catavento.source.arcgis;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** All row ids a layer lists, in ascending order. */
public final class ObjectIds {
    private final Optional<String> field;
    private final long[] sorted;

    /** @param field the name the list gives to its field, where it gives one */
    public ObjectIds(Optional<String> field, long[] ids) {
        this.field = field;
        this.sorted = ids.clone();
        Arrays.sort(sorted);
    }

    public Optional<String> field() {
        return field;
    }

    public int size() {
        return sorted.length;
    }

    /** How many ids are listed more than once. */
    public int repeated() {
        return sorted.length - (int) Arrays.stream(sorted).distinct().count();
    }

    /** The listed ids from the first to the last named, both included; empty when they hold none. */
    public Optional<IdRange> range(long first, long last) {
        int from = position(first);
        int to = last == Long.MAX_VALUE ? sorted.length : position(last + 1);
        return from < to ? Optional.of(new IdRange(sorted, from, to)) : Optional.empty();
    }

    /** Names this very list. */
    public byte[] sha256() {
        var bytes = ByteBuffer.allocate(sorted.length * Long.BYTES);
        bytes.asLongBuffer().put(sorted);
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.array());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private int position(long id) {
        int found = Arrays.binarySearch(sorted, id);
        return found < 0 ? -found - 1 : found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectIds ids && Arrays.equals(sorted, ids.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }
}
