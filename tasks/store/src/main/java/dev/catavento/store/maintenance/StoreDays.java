package dev.catavento.store.maintenance;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which datasets and days a store has. */
public final class StoreDays {
    private static final String DATASETS = """
            SELECT dataset FROM raw.capture UNION SELECT dataset FROM ops.release ORDER BY dataset
            """;
    private static final String CAPTURED = """
            SELECT DISTINCT day FROM raw.capture WHERE dataset = ? AND snapshot_id IS NOT NULL
            """;
    private static final String PUBLISHED = "SELECT DISTINCT day FROM ops.release WHERE dataset = ?";

    private StoreDays() {}

    public static List<String> listDatasets(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(DATASETS)) {
            var row = query.executeQuery();
            var datasets = new ArrayList<String>();
            while (row.next()) {
                datasets.add(row.getString(1));
            }
            return datasets;
        }
    }

    /** Days of which the store still has what the source said. */
    public static SortedSet<LocalDate> listCaptured(Connection connection, String dataset) throws SQLException {
        return list(connection, CAPTURED, dataset);
    }

    /** Days with a release; the last is the newest published. */
    public static SortedSet<LocalDate> listPublished(Connection connection, String dataset) throws SQLException {
        return list(connection, PUBLISHED, dataset);
    }

    private static SortedSet<LocalDate> list(Connection connection, String sql, String dataset) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            query.setString(1, dataset);
            var row = query.executeQuery();
            var days = new TreeSet<LocalDate>();
            while (row.next()) {
                days.add(row.getObject(1, LocalDate.class));
            }
            return days;
        }
    }
}
