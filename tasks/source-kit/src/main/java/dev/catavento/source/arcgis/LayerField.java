package dev.catavento.source.arcgis;

/** A field of a layer, as the layer declares it: {@code POT_MW}, {@code esriFieldTypeDouble}. */
public record LayerField(String name, String type) {
    static final String OBJECT_ID_TYPE = "esriFieldTypeOID";
}
