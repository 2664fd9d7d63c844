package dev.catavento.exporttableau.windfleet;

import dev.catavento.exporttableau.folder.FileDigest;
import dev.catavento.store.export.FleetPower;

/** What was written. */
record FleetContents(FleetPower power, long turbines, long plants, long issues, long bytes, FileDigest dataPackage) {
    /** Three CSV files, GeoParquet, the workbook and the Data Package. */
    static final int FILES = 6;
}
