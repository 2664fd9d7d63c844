package dev.catavento.testsupport;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A store made for one test class; logins are {@code test_ROLE} with password {@code test}. */
public final class TestStore {
    static final List<String> ROLES = List.of("migrate", "extract", "load", "export", "read", "maintain", "watch");

    private final String name;
    private final String superuserUrl;

    TestStore(String name, String superuserUrl) {
        this.name = name;
        this.superuserUrl = superuserUrl;
    }

    public String name() {
        return name;
    }

    /** The URL without credentials, as a task gets it. */
    public String url() {
        return superuserUrl.replaceFirst("\\?.*", "");
    }

    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(superuserUrl);
    }

    /** The environment a task needs to work on this store, each task with its own login. */
    public Map<String, String> environment() {
        var environment = new LinkedHashMap<String, String>();
        environment.put("CATAVENTO_DB_URL", url());
        environment.put("CATAVENTO_STORE", name);
        for (var role : ROLES) {
            if (!role.equals("read")) {
                var suffix = "_" + role.toUpperCase(java.util.Locale.ROOT);
                environment.put("CATAVENTO_DB_USER" + suffix, "test_" + role);
                environment.put("CATAVENTO_DB_PASSWORD" + suffix, "test");
            }
        }
        environment.put("CATAVENTO_DB_USER_DOWNSAMPLE", "test_extract"); // a login in the same role
        environment.put("CATAVENTO_DB_PASSWORD_DOWNSAMPLE", "test");
        return environment;
    }

    /** All rows of a query, each a map from column to text. */
    public List<Map<String, String>> rows(String sql) {
        try (var connection = superuser();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<Map<String, String>>();
            var columns = result.getMetaData();
            while (result.next()) {
                var row = new LinkedHashMap<String, String>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i), result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The single value of a query, as text. */
    public String value(String sql) {
        return rows(sql).getFirst().values().iterator().next();
    }

    public void execute(String sql) {
        try (var connection = superuser();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    void migrate() {
        var user = superuserUrl.replaceFirst("\\?.*", "");
        Flyway.configure()
                .dataSource(user, "test_migrate", "test")
                .locations("filesystem:" + ProjectFiles.root().resolve("tasks/store/src/main/resources/db/migration"))
                .defaultSchema("ops")
                .createSchemas(true)
                .initSql("SET ROLE catavento_migrate")
                .load()
                .migrate();
    }
}
