package dev.catavento.source.arcgis;

/** What coordinates refer to, by well-known ids (Esri's, and the EPSG's where that is another); 0 for none stated. */
public record SpatialReference(int wkid, int latestWkid) {
    /** Nothing is said about it. */
    public static final SpatialReference UNSTATED = new SpatialReference(0, 0);

    public boolean stated() {
        return wkid != 0 || latestWkid != 0;
    }

    public boolean is(int id) {
        return wkid == id || latestWkid == id;
    }
}
