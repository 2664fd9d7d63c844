package dev.catavento.migratestore;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Flyway as Catavento uses it: history in {@code ops}, objects owned by the group role, no repair, no clean. */
final class Migrations {
    private final DataSource store;

    Migrations(DataSource store) {
        this.store = store;
    }

    /** How many migrations were applied, and the version reached. */
    record Migrated(int applied, String version) {}

    Migrated apply() {
        var flyway = Flyway.configure()
                .dataSource(store)
                .locations("classpath:db/migration")
                .defaultSchema("ops")
                .createSchemas(true)
                .initSql("SET ROLE catavento_migrate")
                .cleanDisabled(true)
                .connectRetries(0)
                .load();
        try {
            var result = flyway.migrate();
            return new Migrated(
                    result.migrationsExecuted,
                    String.valueOf(flyway.info().current().getVersion()));
        } catch (FlywayValidateException e) {
            throw new TaskException(
                    ErrorKind.CONFIGURATION,
                    "the store's schema was made by another version: " + e.getMessage(),
                    "run the version that made it, or restore a backup; migrations are never rewritten",
                    e);
        }
    }
}
