package dev.catavento.domain.telemetry;

import java.util.UUID;

/**
 * 128 bits of many numbers, after MurmurHash3 (x64, 128 bits): an accident does not make two contents equal. It does
 * not withstand intent, and need not: a source that wants the same statistics can send the same statistics.
 */
final class ArrayDigest {
    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;

    private long high;
    private long low;
    private long count;

    ArrayDigest add(double value) {
        return add(Double.doubleToLongBits(value + 0.0));
    }

    ArrayDigest add(long value) {
        count++;
        high = (Long.rotateLeft(high ^ Long.rotateLeft(value * C1, 31) * C2, 27) + low) * 5 + 0x52dce729L;
        low = (Long.rotateLeft(low ^ Long.rotateLeft(value * C2, 33) * C1, 31) + high) * 5 + 0x38495ab5L;
        return this;
    }

    UUID value() {
        long a = mixed((high ^ count) + low);
        long b = mixed((low ^ count) + a);
        return new UUID(a + b, b);
    }

    private static long mixed(long value) {
        long mixed = (value ^ value >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
