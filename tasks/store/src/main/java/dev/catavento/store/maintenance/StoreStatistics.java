package dev.catavento.store.maintenance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/** The planner's statistics of a store, and how large it is. */
public final class StoreStatistics {
    private static final String ANALYZE = "SELECT ops.analyze_store()";
    private static final String SIZES = """
            SELECT n.nspname, coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint
              FROM pg_namespace n
              LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind IN ('r', 'm')
             WHERE n.nspname IN ('raw', 'core', 'ops')
             GROUP BY n.nspname
            UNION ALL
            SELECT 'all', pg_database_size(current_database())
            """;

    private StoreStatistics() {}

    /** Has them made anew for every table of the store; gives the number of tables. */
    public static int refresh(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(ANALYZE)) {
            var row = query.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    /** Bytes on disk by schema, indexes included, and of the whole database as {@code all}. */
    public static Map<String, Object> sizes(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(SIZES)) {
            var row = query.executeQuery();
            var sizes = new TreeMap<String, Object>();
            while (row.next()) {
                sizes.put(row.getString(1), row.getLong(2));
            }
            return sizes;
        }
    }
}
