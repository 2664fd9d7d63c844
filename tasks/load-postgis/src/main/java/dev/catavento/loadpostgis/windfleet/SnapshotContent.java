package dev.catavento.loadpostgis.windfleet;

import dev.catavento.domain.SourcedTurbine;
import java.util.List;

/** A snapshot read and mapped: rows that are turbines, and rows that cannot be used; in no particular order. */
record SnapshotContent(List<SourcedTurbine> turbines, List<MappedRow.Unusable> unusable) {
    long rows() {
        return turbines.size() + unusable.size();
    }
}
