package dev.catavento.exporttableau.table;

import java.util.List;

/** All exported tables. */
public final class Dictionary {
    public static final List<Table<?>> TABLES = List.of(
            TurbineTable.TABLE,
            GeoTurbineTable.TABLE,
            PlantTable.TABLE,
            IssueTable.TABLE,
            TelemetryTable.csv(TelemetryTable.KNOWN_SIGNALS));

    private Dictionary() {}
}
