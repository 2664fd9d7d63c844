package dev.catavento.store.raw;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** {@code raw.landed_page}: what is landed of an extraction that has not ended well yet. */
final class LandedPageTable {
    private static final String LIST = """
            SELECT first_object_id, last_object_id, row_count
              FROM raw.landed_page
             WHERE dataset = ? AND day = ? AND id_list_sha256 = ?
             ORDER BY landed_at, first_object_id
            """;
    private static final String GET = """
            SELECT sha256, byte_count, body_gzip
              FROM raw.landed_page
             WHERE dataset = ? AND day = ? AND id_list_sha256 = ? AND first_object_id = ? AND last_object_id = ?
            """;
    private static final String INSERT = """
            INSERT INTO raw.landed_page (dataset, day, id_list_sha256, first_object_id, last_object_id, row_count,
                sha256, byte_count, body_gzip)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String DELETE_DAY = "DELETE FROM raw.landed_page WHERE dataset = ? AND day = ?";
    private static final String DELETE_OLD = """
            DELETE FROM raw.landed_page WHERE dataset = ? AND landed_at < now() - make_interval(secs => ?)
            """;
    private static final String DELETE_DAY_OLD = """
            DELETE FROM raw.landed_page WHERE dataset = ? AND day = ? AND landed_at < ?
            """;
    private static final String DELETE = """
            DELETE FROM raw.landed_page
             WHERE dataset = ? AND day = ? AND id_list_sha256 = ? AND first_object_id = ? AND last_object_id = ?
            """;

    private LandedPageTable() {}

    static List<LandedRange> list(Connection connection, String dataset, LocalDate day, byte[] idList)
            throws SQLException {
        try (var select = connection.prepareStatement(LIST)) {
            key(select, dataset, day, idList);
            var row = select.executeQuery();
            var landed = new ArrayList<LandedRange>();
            while (row.next()) {
                landed.add(new LandedRange(row.getLong(1), row.getLong(2), row.getInt(3)));
            }
            return landed;
        }
    }

    static LandedPage get(Connection connection, String dataset, LocalDate day, byte[] idList, LandedRange range)
            throws SQLException {
        try (var select = connection.prepareStatement(GET)) {
            key(select, dataset, day, idList);
            select.setLong(4, range.firstObjectId());
            select.setLong(5, range.lastObjectId());
            var row = select.executeQuery();
            row.next();
            return new LandedPage(range, row.getBytes(1), row.getInt(2), row.getBytes(3));
        }
    }

    static int insert(Connection connection, String dataset, LocalDate day, byte[] idList, LandedPage page)
            throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            key(insert, dataset, day, idList);
            insert.setLong(4, page.range().firstObjectId());
            insert.setLong(5, page.range().lastObjectId());
            insert.setInt(6, page.range().rowCount());
            insert.setBytes(7, page.sha256());
            insert.setInt(8, page.byteCount());
            insert.setBytes(9, page.bodyGzip());
            return insert.executeUpdate();
        }
    }

    static int deleteOlder(Connection connection, String dataset, Duration age) throws SQLException {
        try (var delete = connection.prepareStatement(DELETE_OLD)) {
            delete.setString(1, dataset);
            delete.setDouble(2, age.toSeconds());
            return delete.executeUpdate();
        }
    }

    static int deleteOlder(Connection connection, String dataset, LocalDate day, Instant moment) throws SQLException {
        try (var delete = connection.prepareStatement(DELETE_DAY_OLD)) {
            delete.setString(1, dataset);
            delete.setObject(2, day);
            delete.setObject(3, moment.atOffset(ZoneOffset.UTC));
            return delete.executeUpdate();
        }
    }

    static int delete(Connection connection, String dataset, LocalDate day) throws SQLException {
        try (var delete = connection.prepareStatement(DELETE_DAY)) {
            delete.setString(1, dataset);
            delete.setObject(2, day);
            return delete.executeUpdate();
        }
    }

    static int delete(Connection connection, String dataset, LocalDate day, byte[] idList, LandedRange range)
            throws SQLException {
        try (var delete = connection.prepareStatement(DELETE)) {
            key(delete, dataset, day, idList);
            delete.setLong(4, range.firstObjectId());
            delete.setLong(5, range.lastObjectId());
            return delete.executeUpdate();
        }
    }

    private static void key(PreparedStatement statement, String dataset, LocalDate day, byte[] idList)
            throws SQLException {
        statement.setString(1, dataset);
        statement.setObject(2, day);
        statement.setBytes(3, idList);
    }
}
