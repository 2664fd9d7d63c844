package dev.catavento.source.arcgis;

import java.util.List;

/**
 * One answer with rows, checked against the range it was asked for.
 *
 * @param body the answer's bytes, untouched
 * @param fields as the answer itself declares them; empty where it does not
 * @param rows what the sink made of this page's rows
 */
public record LayerPage<S extends FeatureSink>(
        IdRange range, byte[] body, List<LayerField> fields, SpatialReference reference, S rows) {}
