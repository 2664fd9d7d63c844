package dev.catavento.store.export;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A query whose rows are read in portions, never all at once. */
abstract class RowQuery<R> {
    private static final int ROWS_AT_ONCE = 2000;

    abstract String sql();

    abstract R row(ResultSet row) throws SQLException;

    void bind(PreparedStatement statement) throws SQLException {}

    final void each(Connection connection, RowSink<R> sink) throws SQLException, IOException {
        try (var statement = connection.prepareStatement(sql())) {
            bind(statement);
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    sink.accept(row(rows));
                }
            }
        }
    }

    static Double number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    static Integer integer(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
