package dev.catavento.store.telemetry;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Streams rows into a table by COPY in binary format (PostgreSQL manual, COPY, "Binary Format"; arrays as
 * {@code array_send} writes them). Numbers go as they are: none is written out and read again.
 */
final class BinaryCopy implements AutoCloseable {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int FLUSH_AT = 1 << 18;
    private static final int LARGEST_ROW = 1 << 15;
    static final int INT2 = 21;
    static final int FLOAT8 = 701;
    static final int BOOL = 16;
    static final int TIMESTAMPTZ = 1184;
    /** PostgreSQL counts microseconds from 2000-01-01. */
    static final long EPOCH_MICROS = 946_684_800_000_000L;

    private final CopyIn copy;
    private final ByteBuffer rows = ByteBuffer.allocate(FLUSH_AT + LARGEST_ROW);

    /** @param into table and columns: {@code staged (a, b)} */
    BinaryCopy(Connection connection, String into) throws SQLException {
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + into + " FROM STDIN (FORMAT binary)");
        rows.put(SIGNATURE).putInt(0).putInt(0);
    }

    void startRow(int columns) {
        rows.putShort((short) columns);
    }

    void endRow() throws SQLException {
        if (rows.position() >= FLUSH_AT) {
            flush();
        }
    }

    void addNull() {
        rows.putInt(-1);
    }

    void add(boolean value) {
        rows.putInt(1).put((byte) (value ? 1 : 0));
    }

    void addShort(int value) {
        rows.putInt(2).putShort((short) value);
    }

    void addInt(int value) {
        rows.putInt(4).putInt(value);
    }

    /** NaN is null. */
    void add(double value) {
        if (Double.isNaN(value)) {
            addNull();
        } else {
            rows.putInt(8).putDouble(value);
        }
    }

    /** Microseconds since 1970. */
    void addInstant(long micros) {
        rows.putInt(8).putLong(micros - EPOCH_MICROS);
    }

    /** Days since 1970. */
    void addDate(long epochDay) {
        rows.putInt(4).putInt((int) (epochDay - EPOCH_MICROS / 86_400_000_000L));
    }

    void add(UUID value) {
        rows.putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
    }

    void add(short[] values) {
        int at = startArray(INT2, values.length, false);
        for (short value : values) {
            rows.putInt(2).putShort(value);
        }
        endArray(at);
    }

    /** NaN is null; an array of nothing else is null itself. */
    void add(double[] values) {
        int unknown = 0;
        for (double value : values) {
            unknown += Double.isNaN(value) ? 1 : 0;
        }
        if (unknown == values.length) {
            addNull();
            return;
        }
        int at = startArray(FLOAT8, values.length, unknown > 0);
        for (double value : values) {
            add(value);
        }
        endArray(at);
    }

    /** Where {@code known} is false the element is null. */
    void add(short[] values, short[] known) {
        boolean any = false;
        boolean all = true;
        for (short one : known) {
            any |= one > 0;
            all &= one > 0;
        }
        if (!any) {
            addNull();
            return;
        }
        int at = startArray(INT2, values.length, !all);
        for (int i = 0; i < values.length; i++) {
            if (known[i] > 0) {
                rows.putInt(2).putShort(values[i]);
            } else {
                addNull();
            }
        }
        endArray(at);
    }

    void add(boolean[] values) {
        int at = startArray(BOOL, values.length, false);
        for (boolean value : values) {
            add(value);
        }
        endArray(at);
    }

    /** @param never the value that stands for null */
    void addInstants(long[] micros, long never) {
        int at = startArray(TIMESTAMPTZ, micros.length, true);
        for (long value : micros) {
            if (value == never) {
                addNull();
            } else {
                addInstant(value);
            }
        }
        endArray(at);
    }

    private int startArray(int elementType, int length, boolean nulls) {
        int at = rows.position();
        rows.putInt(0)
                .putInt(1)
                .putInt(nulls ? 1 : 0)
                .putInt(elementType)
                .putInt(length)
                .putInt(1);
        return at;
    }

    private void endArray(int at) {
        rows.putInt(at, rows.position() - at - 4);
    }

    private void flush() throws SQLException {
        copy.writeToCopy(rows.array(), 0, rows.position());
        rows.clear();
    }

    /** Ends the copy; what went wrong before shows here at the latest. */
    void finish() throws SQLException {
        rows.putShort((short) -1);
        flush();
        copy.endCopy();
    }

    /** A copy that is neither ended nor cancelled holds the connection's lock: whoever used it next would wait for good. */
    @Override
    public void close() {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException gone) {
            // so is the copy
        }
    }
}
