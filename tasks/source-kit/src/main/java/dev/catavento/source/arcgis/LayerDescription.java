package dev.catavento.source.arcgis;

import java.util.List;
import java.util.Optional;

/**
 * What a layer says of itself.
 *
 * @param selfName the property {@code cataventoSource} by which a simulated source names itself
 * @param geometryType such as {@code esriGeometryPoint}; null where none is given
 * @param reference of the layer's extent, and so of its answers unless they say otherwise
 * @param maxRecordCount the most rows one answer may hold
 * @param objectIdField name of the field that numbers the rows, from the layer's word or else by its type
 */
public record LayerDescription(
        Optional<String> selfName,
        String geometryType,
        SpatialReference reference,
        int maxRecordCount,
        Optional<String> objectIdField,
        List<LayerField> fields) {

    /** What servers of old allow when they do not say. */
    static final int USUAL_MAX_RECORD_COUNT = 1000;
}
