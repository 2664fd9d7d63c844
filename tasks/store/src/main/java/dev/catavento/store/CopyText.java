package dev.catavento.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Streams rows into a table by COPY in text format; values are added column by column, null is {@code \N}. Nothing is
 * kept in memory but one buffer.
 */
public final class CopyText implements AutoCloseable {
    private static final int FLUSH_AT = 1 << 16;

    private final PGCopyOutputStream copy;
    private final StringBuilder rows = new StringBuilder(FLUSH_AT + 4096);
    private boolean firstColumn = true;
    private boolean broken;

    /** @param into table and columns: {@code staged_turbine (a, b)} */
    public CopyText(Connection connection, String into) throws SQLException {
        this.copy = new PGCopyOutputStream(connection.unwrap(PGConnection.class), "COPY " + into + " FROM STDIN");
    }

    public CopyText add(Object value) {
        separate();
        if (value == null) {
            rows.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    public void endRow() throws SQLException {
        rows.append('\n');
        firstColumn = true;
        if (rows.length() >= FLUSH_AT) {
            flush();
        }
    }

    @Override
    public void close() throws SQLException {
        if (!broken) {
            flush();
            try {
                copy.close();
            } catch (IOException e) {
                throw broken(e);
            }
        }
    }

    private void flush() throws SQLException {
        try {
            copy.write(rows.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw broken(e);
        }
        rows.setLength(0);
    }

    /** A copy that is neither ended nor cancelled holds the connection's lock: whoever used it next would wait for good. */
    private SQLException broken(IOException e) {
        broken = true;
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException gone) {
            // so is the copy
        }
        return failure(e);
    }

    private static SQLException failure(IOException e) {
        return e.getCause() instanceof SQLException sql ? sql : new SQLException(e.getMessage(), "08006", e);
    }

    private void separate() {
        if (!firstColumn) {
            rows.append('\t');
        }
        firstColumn = false;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
    }
}
