package dev.catavento.exporttableau.datapackage;

import dev.catavento.exporttableau.folder.FileDigest;

/** A file of an export as the Data Package names it. */
public record ExportedFile(String name, FileDigest digest) {}
