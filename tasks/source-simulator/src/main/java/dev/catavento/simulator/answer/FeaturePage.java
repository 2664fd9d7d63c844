package dev.catavento.simulator.answer;

import dev.catavento.simulator.layer.Column;
import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.query.RowPage;
import dev.catavento.simulator.query.SpatialReference;
import java.util.List;

/** Everything a page of features is written from. */
public record FeaturePage(
        Fleet fleet,
        RowPage page,
        List<Column> columns,
        boolean withGeometry,
        SpatialReference reference,
        GeometryFaults faults) {}
