package dev.catavento.loadpostgis.windfleet;

import dev.catavento.domain.FleetRule;
import dev.catavento.domain.Position;
import dev.catavento.domain.SourcedTurbine;

/** What a row turned out to be. */
sealed interface MappedRow {
    /** A turbine. */
    record Usable(SourcedTurbine turbine) implements MappedRow {}

    /**
     * A row that cannot be placed or named; what it still says of itself is null where it does not.
     *
     * @param reason one sentence
     */
    record Unusable(
            SigelTurbineRow row, FleetRule rule, String reason, String plantKey, String designation, Position position)
            implements MappedRow {}
}
