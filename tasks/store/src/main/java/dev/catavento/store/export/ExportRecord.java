package dev.catavento.store.export;

import java.time.LocalDate;

/**
 * What was put into the export folder, and out of which release.
 *
 * @param dataPackageSha256 lower-case hex digest of the folder's {@code datapackage.json}, which names all other files
 * @param mappingSha256 lower-case hex digest of what a day's turbines of telemetry are in the fleet; null for other
 *     datasets, and of an export that is older than the digest
 */
public record ExportRecord(
        LocalDate day, long releaseId, String formatVersion, String dataPackageSha256, String mappingSha256) {

    /** Of a dataset without sources. */
    public ExportRecord(LocalDate day, long releaseId, String formatVersion, String dataPackageSha256) {
        this(day, releaseId, formatVersion, dataPackageSha256, null);
    }
}
