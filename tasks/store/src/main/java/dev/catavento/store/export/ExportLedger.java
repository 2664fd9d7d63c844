package dev.catavento.store.export;

import dev.catavento.store.Store;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Writes down what was exported, in {@code ops.export}; rows are only added. */
@Singleton
public class ExportLedger {
    private static final String INSERT = """
            INSERT INTO ops.export (dataset, day, release_id, format_version, datapackage_sha256, mapping_sha256)
            VALUES (?, ?, ?, ?, ?, ?)
            """;

    private final Store store;

    @Inject
    ExportLedger(Store store) {
        this.store = store;
    }

    public void add(String dataset, ExportRecord export) {
        store.call(connection -> {
            try (var insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, dataset);
                insert.setObject(2, export.day());
                insert.setLong(3, export.releaseId());
                insert.setString(4, export.formatVersion());
                insert.setString(5, export.dataPackageSha256());
                insert.setString(6, export.mappingSha256());
                return insert.executeUpdate();
            }
        });
    }
}
