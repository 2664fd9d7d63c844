package dev.catavento.store.export;

import java.time.LocalDate;

/**
 * What was put into the export folder, and out of which release.
 *
 * @param dataPackageSha256 lower-case hex digest of the folder's {@code datapackage.json}, which names all other files
 */
public record ExportRecord(LocalDate day, long releaseId, String formatVersion, String dataPackageSha256) {}
