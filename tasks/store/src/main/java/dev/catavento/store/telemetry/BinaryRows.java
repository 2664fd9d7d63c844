package dev.catavento.store.telemetry;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/** Reads a query's rows by COPY in binary format, the mirror of {@link BinaryCopy}: columns are taken in their order. */
final class BinaryRows implements AutoCloseable {
    private static final int HEADER = 19;
    private static final int READ_AT_ONCE = 1 << 16;

    private final PGCopyInputStream copy;
    private final DataInputStream in;

    BinaryRows(Connection connection, String query) throws SQLException {
        this.copy = new PGCopyInputStream(
                connection.unwrap(PGConnection.class), "COPY (" + query + ") TO STDOUT (FORMAT binary)");
        this.in = new DataInputStream(new BufferedInputStream(copy, READ_AT_ONCE));
        try {
            in.skipNBytes(HEADER);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** False after the last row. */
    boolean next() throws SQLException {
        try {
            return in.readShort() >= 0;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    int takeInt() throws SQLException {
        try {
            in.readInt();
            return in.readInt();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Leaves what stands for null as it is. */
    void take(short[] into) throws SQLException {
        each(into.length, i -> into[i] = in.readShort());
    }

    void take(double[] into) throws SQLException {
        each(into.length, i -> into[i] = in.readDouble());
    }

    void take(boolean[] into) throws SQLException {
        each(into.length, i -> into[i] = in.readBoolean());
    }

    /** Microseconds since 1970. */
    void takeInstants(long[] into) throws SQLException {
        each(into.length, i -> into[i] = in.readLong() + BinaryCopy.EPOCH_MICROS);
    }

    private interface Element {
        void read(int i) throws IOException;
    }

    private void each(int length, Element element) throws SQLException {
        try {
            if (in.readInt() < 0) {
                return;
            }
            in.skipNBytes(12);
            if (in.readInt() != length) {
                throw new SQLException("an array of core.telemetry has not " + length + " elements", "XX001");
            }
            in.skipNBytes(4);
            for (int i = 0; i < length; i++) {
                if (in.readInt() >= 0) {
                    element.read(i);
                }
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static SQLException failure(IOException e) {
        if (e.getCause() instanceof SQLException sql) {
            return sql;
        }
        return new SQLException(
                e instanceof EOFException ? "the rows ended early" : String.valueOf(e.getMessage()), "08006", e);
    }

    @Override
    public void close() throws SQLException {
        try {
            copy.close();
        } catch (IOException e) {
            throw failure(e);
        }
    }
}
