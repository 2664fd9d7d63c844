package dev.catavento.store.telemetry;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** Reads a query's rows by COPY in binary format, the mirror of {@link BinaryCopy}: columns are taken in their order. */
final class BinaryRows implements AutoCloseable {
    private static final int HEADER = 19;

    private final CopyOut copy;
    /** The server sends a row a message; the header comes before the first. */
    private ByteBuffer row;

    BinaryRows(Connection connection, String query) throws SQLException {
        this.copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)");
        this.row = read();
        if (row != null) {
            row.position(HEADER);
        }
    }

    /** False after the last row. */
    boolean next() throws SQLException {
        if (row != null && !row.hasRemaining()) {
            row = read();
        }
        return row != null && row.getShort() >= 0;
    }

    int takeInt() throws SQLException {
        length();
        return row.getInt();
    }

    byte[] takeBytes() throws SQLException {
        int length = length();
        int at = row.arrayOffset() + row.position();
        row.position(row.position() + length);
        return Arrays.copyOfRange(row.array(), at, at + length);
    }

    boolean takeBoolean() throws SQLException {
        length();
        return row.get() != 0;
    }

    /** Leaves what stands for null as it is. */
    void take(short[] into) throws SQLException {
        if (startArray(into.length)) {
            for (int i = 0; i < into.length; i++) {
                if (row.getInt() >= 0) {
                    into[i] = row.getShort();
                }
            }
        }
    }

    void take(double[] into) throws SQLException {
        if (startArray(into.length)) {
            for (int i = 0; i < into.length; i++) {
                if (row.getInt() >= 0) {
                    into[i] = row.getDouble();
                }
            }
        }
    }

    void take(boolean[] into) throws SQLException {
        if (startArray(into.length)) {
            for (int i = 0; i < into.length; i++) {
                if (row.getInt() >= 0) {
                    into[i] = row.get() != 0;
                }
            }
        }
    }

    /** Microseconds since 1970. */
    void takeInstants(long[] into) throws SQLException {
        if (startArray(into.length)) {
            for (int i = 0; i < into.length; i++) {
                if (row.getInt() >= 0) {
                    into[i] = row.getLong() + BinaryCopy.EPOCH_MICROS;
                }
            }
        }
    }

    private int length() throws SQLException {
        try {
            return row.getInt();
        } catch (BufferUnderflowException e) {
            throw new SQLException("the rows ended early", "08006", e);
        }
    }

    /** False where the array is null. */
    private boolean startArray(int elements) throws SQLException {
        if (length() < 0) {
            return false;
        }
        row.position(row.position() + 12);
        if (row.getInt() != elements) {
            throw new SQLException("an array of core.telemetry has not " + elements + " elements", "XX001");
        }
        row.position(row.position() + 4);
        return true;
    }

    private ByteBuffer read() throws SQLException {
        var message = copy.readFromCopy();
        return message == null ? null : ByteBuffer.wrap(message);
    }

    /** What was not taken is read to its end: a copy under way would hold the connection. */
    @Override
    public void close() throws SQLException {
        while (copy.isActive() && copy.readFromCopy() != null) {
            // nobody wants it
        }
    }
}
