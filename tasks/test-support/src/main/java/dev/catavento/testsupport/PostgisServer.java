package dev.catavento.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL with PostGIS for tests, one for the whole run: the one {@code CATAVENTO_TEST_DB} names
 * ({@code jdbc:postgresql://HOST:PORT/postgres?user=…&password=…}, a superuser), else a private cluster on a free
 * loopback port, made on first use and removed with the JVM.
 */
public final class PostgisServer {
    private static final AtomicInteger STORES = new AtomicInteger();
    private static PostgisServer shared;

    private final String superuserUrl;
    private TestStore migrated;

    private PostgisServer(String superuserUrl) {
        this.superuserUrl = superuserUrl;
    }

    public static synchronized PostgisServer shared() {
        if (shared == null) {
            var given = System.getenv("CATAVENTO_TEST_DB");
            shared = new PostgisServer(
                    given == null || given.isBlank() ? PrivateCluster.start().superuserUrl() : given);
            shared.setUpCluster();
        }
        return shared;
    }

    /** A new empty store, migrated, with a login for each role; migrated once, the others are copies. */
    public synchronized TestStore newStore() {
        if (migrated == null) {
            migrated = newEmptyStore();
            migrated.migrate();
        }
        return copyOf(migrated);
    }

    /** A new store as the cluster set-up leaves it, before the first migration. */
    public TestStore newEmptyStore() {
        var name = "t" + ProcessHandle.current().pid() + "_" + STORES.incrementAndGet();
        execute(
                "postgres",
                "CREATE DATABASE catavento_" + name + " OWNER catavento_migrate TEMPLATE catavento_template");
        return new TestStore(name, superuserUrl("catavento_" + name));
    }

    /** A new store with all that this one holds; nobody may be connected to it. */
    public TestStore copyOf(TestStore original) {
        var name = "t" + ProcessHandle.current().pid() + "_" + STORES.incrementAndGet();
        execute(
                "postgres",
                "CREATE DATABASE catavento_" + name + " OWNER catavento_migrate TEMPLATE catavento_" + original.name());
        return new TestStore(name, superuserUrl("catavento_" + name));
    }

    String superuserUrl(String database) {
        return superuserUrl.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database);
    }

    private void setUpCluster() {
        var script = ProjectFiles.root().resolve("infrastructure/postgis/cluster-setup.sql");
        try {
            new Psql(superuserUrl).run(script);
            for (var role : TestStore.ROLES) {
                execute(
                        "postgres",
                        "DO $$ BEGIN CREATE ROLE test_" + role + " LOGIN PASSWORD 'test' IN ROLE catavento_" + role
                                + "; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void execute(String database, String sql) {
        try (Connection connection = DriverManager.getConnection(superuserUrl(database));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
