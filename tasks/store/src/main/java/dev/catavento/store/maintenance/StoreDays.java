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
    private static final String DATASETS = "SELECT DISTINCT dataset FROM raw.capture ORDER BY dataset";
    private static final String CAPTURED = """
            SELECT DISTINCT day FROM raw.capture WHERE dataset = ? AND snapshot_id IS NOT NULL
            """;
    private static final String SERIES = """
            SELECT DISTINCT dataset, source FROM ops.release ORDER BY dataset, source
            """;
    private static final String PUBLISHED = "SELECT DISTINCT day FROM ops.release WHERE dataset = ?";
    private static final String PUBLISHED_OF_SERIES = """
            SELECT DISTINCT day FROM ops.release WHERE dataset = ? AND source IS NOT DISTINCT FROM ?
            """;

    private StoreDays() {}

    /** Those that are captured as snapshots; telemetry is landed by source. */
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

    /**
     * What is exported into a folder of its own: a dataset, or a source of one.
     *
     * @param source null where the dataset has no sources
     */
    public record Series(String dataset, String source) {
        /** Below the folder of exports. */
        public String folder() {
            return source == null ? dataset : dataset + "/" + source;
        }

        /** What its export's lock is called. */
        public String lock() {
            return source == null ? "export " + dataset : "export " + dataset + " " + source;
        }
    }

    public static List<Series> listSeries(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(SERIES)) {
            var row = query.executeQuery();
            var series = new ArrayList<Series>();
            while (row.next()) {
                series.add(new Series(row.getString(1), row.getString(2)));
            }
            return series;
        }
    }

    /** Days with a release; the last is the newest published. */
    public static SortedSet<LocalDate> listPublished(Connection connection, String dataset) throws SQLException {
        return list(connection, PUBLISHED, dataset);
    }

    /** As of a dataset. */
    public static SortedSet<LocalDate> listPublished(Connection connection, Series series) throws SQLException {
        return list(connection, PUBLISHED_OF_SERIES, series.dataset(), series.source());
    }

    private static SortedSet<LocalDate> list(Connection connection, String sql, String... of) throws SQLException {
        try (var query = connection.prepareStatement(sql)) {
            for (int i = 0; i < of.length; i++) {
                query.setString(i + 1, of[i]);
            }
            var row = query.executeQuery();
            var days = new TreeSet<LocalDate>();
            while (row.next()) {
                days.add(row.getObject(1, LocalDate.class));
            }
            return days;
        }
    }
}
