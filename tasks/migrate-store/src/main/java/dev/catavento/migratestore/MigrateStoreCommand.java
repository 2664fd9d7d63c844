package dev.catavento.migratestore;

import dev.catavento.store.Store;
import dev.catavento.task.RowCounts;
import dev.catavento.task.RunFacts;
import dev.catavento.task.TaskCommand;
import dev.catavento.task.TaskRequest;
import dev.catavento.task.TaskResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import picocli.CommandLine.Command;

/** Applies the migrations a store lacks, each in its own transaction; ends with 99 when there is none. */
@Singleton
@Command(
        name = "migrate-store",
        header = "Brings the store's schema to this version.",
        description = "rows.written counts the migrations applied. Runs as a login in the role catavento_migrate.")
public class MigrateStoreCommand extends TaskCommand {
    private final Store store;

    @Inject
    MigrateStoreCommand(Store store) {
        this.store = store;
    }

    @Override
    protected TaskResult run(TaskRequest request) {
        store.call(connection -> connection.isValid(5));
        var migrated = new Migrations(store.dataSource()).apply();
        if (migrated.applied() == 0) {
            return TaskResult.nothingNew("the schema is at version " + migrated.version() + " already");
        }
        return TaskResult.completed(
                RunFacts.of(new RowCounts(0, migrated.applied(), 0, 0), Map.of("schema_version", migrated.version())));
    }
}
