package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.ArcGisException;

/** The coordinate systems the simulated layer answers in. */
public enum SpatialReference {
    /** SIRGAS 2000, the layer's own. */
    SIRGAS_2000(4674, 4674),
    /** WGS 84: the same numbers, as servers send them without a transformation. */
    WGS_84(4326, 4326),
    /** Web Mercator. */
    WEB_MERCATOR(102100, 3857);

    private static final double EARTH_RADIUS_M = 6_378_137.0;

    private final int wkid;
    private final int latestWkid;

    SpatialReference(int wkid, int latestWkid) {
        this.wkid = wkid;
        this.latestWkid = latestWkid;
    }

    /** Reads {@code outSR}: a number, or an object with a {@code wkid}. */
    public static SpatialReference parse(String text) {
        String code = text.startsWith("{") ? text.replaceAll("^.*\"wkid\"\\s*:\\s*(\\d+).*$", "$1") : text;
        return switch (code) {
            case "4674" -> SIRGAS_2000;
            case "4326" -> WGS_84;
            case "3857", "102100" -> WEB_MERCATOR;
            default ->
                throw ArcGisException.badQuery(
                        "'outSR' parameter is invalid: " + text + " (the simulator knows 4674, 4326 and 3857)");
        };
    }

    public int wkid() {
        return wkid;
    }

    public int latestWkid() {
        return latestWkid;
    }

    public double x(double longitude) {
        return this == WEB_MERCATOR ? EARTH_RADIUS_M * Math.toRadians(longitude) : longitude;
    }

    public double y(double latitude) {
        return this == WEB_MERCATOR
                ? EARTH_RADIUS_M * Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2))
                : latitude;
    }
}
