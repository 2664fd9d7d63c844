package dev.catavento.store.export;

import dev.catavento.store.Store;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What was exported, in {@code ops.export}; rows are only added. */
@Singleton
public class ExportLedger {
    private static final String NEWEST = """
            SELECT day, release_id, format_version, datapackage_sha256
              FROM ops.export
             WHERE dataset = ?
             ORDER BY export_id DESC
             LIMIT 1
            """;

    private static final String INSERT = """
            INSERT INTO ops.export (dataset, day, release_id, format_version, datapackage_sha256)
            VALUES (?, ?, ?, ?, ?)
            """;

    private final Store store;

    @Inject
    ExportLedger(Store store) {
        this.store = store;
    }

    /** The last export that was completed. */
    public Optional<ExportRecord> findNewest(String dataset) {
        return store.call(connection -> {
            try (var query = connection.prepareStatement(NEWEST)) {
                query.setString(1, dataset);
                var row = query.executeQuery();
                return row.next()
                        ? Optional.of(new ExportRecord(
                                row.getObject(1, java.time.LocalDate.class),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4)))
                        : Optional.empty();
            }
        });
    }

    public void add(String dataset, ExportRecord export) {
        store.call(connection -> {
            try (var insert = connection.prepareStatement(INSERT)) {
                insert.setString(1, dataset);
                insert.setObject(2, export.day());
                insert.setLong(3, export.releaseId());
                insert.setString(4, export.formatVersion());
                insert.setString(5, export.dataPackageSha256());
                return insert.executeUpdate();
            }
        });
    }
}
