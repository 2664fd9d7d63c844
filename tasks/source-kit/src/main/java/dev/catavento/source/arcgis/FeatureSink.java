package dev.catavento.source.arcgis;

/** Takes what it wants of each row of one page. */
@FunctionalInterface
public interface FeatureSink {
    /** The feature's map is used again for the next row. */
    void take(Feature feature);
}
