package dev.catavento.store.fleet;

import dev.catavento.domain.Position;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** A position as PostGIS reads it in COPY: EWKB in hexadecimal, SRID 4674. */
final class PointHex {
    private static final byte BIG_ENDIAN = 0;
    private static final int POINT_WITH_SRID = 0x20000001;
    private static final int SIRGAS_2000 = 4674;

    private PointHex() {}

    static String of(Position position) {
        var bytes = ByteBuffer.allocate(25)
                .put(BIG_ENDIAN)
                .putInt(POINT_WITH_SRID)
                .putInt(SIRGAS_2000)
                .putDouble(position.longitude())
                .putDouble(position.latitude());
        return HexFormat.of().formatHex(bytes.array());
    }
}
