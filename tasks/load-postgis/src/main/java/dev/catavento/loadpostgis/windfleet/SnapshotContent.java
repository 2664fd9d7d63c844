package dev.catavento.loadpostgis.windfleet;

import dev.catavento.domain.SourcedTurbine;
import dev.catavento.store.fleet.Capture;
import dev.catavento.store.fleet.SnapshotReader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A snapshot read and mapped: rows that are turbines, and rows that cannot be used. */
record SnapshotContent(long rows, List<SourcedTurbine> turbines, List<MappedRow.Unusable> unusable) {

    static SnapshotContent read(SnapshotReader reader, Capture capture) throws SQLException {
        var mapper = new SigelTurbineMapper(capture.capturedAt());
        var parser = new SigelPageParser();
        var turbines = new ArrayList<SourcedTurbine>(capture.rowCount());
        var unusable = new ArrayList<MappedRow.Unusable>();
        reader.eachPage(
                capture.snapshotId(),
                page -> parser.parse(page, row -> {
                    switch (mapper.map(row)) {
                        case MappedRow.Usable usable -> turbines.add(usable.turbine());
                        case MappedRow.Unusable not -> unusable.add(not);
                    }
                }));
        return new SnapshotContent(turbines.size() + unusable.size(), turbines, unusable);
    }
}
