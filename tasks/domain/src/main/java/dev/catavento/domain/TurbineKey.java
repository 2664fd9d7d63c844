package dev.catavento.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.UUID;

/** A turbine's natural key: its plant, its designation there, and where it stands. */
public record TurbineKey(String plantKey, String designation, Position position) {
    public static final Comparator<TurbineKey> ORDER = Comparator.comparing(TurbineKey::plantKey)
            .thenComparing(TurbineKey::designation)
            .thenComparingDouble(key -> key.position.longitude())
            .thenComparingDouble(key -> key.position.latitude());

    private static final UUID NAMESPACE = UUID.fromString("5f0a4a0e-6a53-4c0c-9f2e-0d6b1c6f7a11");

    /**
     * The id a turbine gets that is first known by this key: a name-based UUID (RFC 9562, version 5), so that a
     * repeated run gives the same one. The position counts to six decimals of a degree.
     *
     * @param occurrence 1, or more where the ids before are taken by turbines that have moved away since
     */
    public UUID derivedId(int occurrence) {
        var name = plantKey
                + '|'
                + designation
                + '|'
                + millionths(position.longitude())
                + '|'
                + millionths(position.latitude());
        return nameBased(occurrence == 1 ? name : name + "|" + occurrence);
    }

    private static long millionths(double degrees) {
        return Math.round(degrees * 1e6);
    }

    private static UUID nameBased(String name) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(
                    hash.getLong() & 0xffffffffffff0fffL | 0x5000L, hash.getLong() & 0x3fffffffffffffffL | 1L << 63);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
