package dev.catavento.simulator.generated;

import dev.catavento.simulator.layer.Position;

/** The datums the layer's own coordinates (X, Y) come in. */
public enum Datum {
    SIRGAS2000(Ellipsoid.GRS_80, 0, 0, 0),
    WGS84(Ellipsoid.GRS_80, 0, 0, 0),
    /** South American Datum 1969, by IBGE's three published shifts. */
    SAD69(Ellipsoid.GRS_67, 67.35, -3.88, 38.22);

    private final Ellipsoid ellipsoid;
    private final double[] fromSirgasM;

    Datum(Ellipsoid ellipsoid, double x, double y, double z) {
        this.ellipsoid = ellipsoid;
        this.fromSirgasM = new double[] {x, y, z};
    }

    /** The datum of this name; what is no datum counts as SIRGAS2000. */
    public static Datum named(String name) {
        for (Datum datum : values()) {
            if (datum.name().equals(name)) {
                return datum;
            }
        }
        return SIRGAS2000;
    }

    /** UTM easting and northing of a place, in this datum and whole metres. */
    public double[] utm(Position place, UtmZone zone) {
        double[] degrees = {place.longitude(), place.latitude()};
        if (this == SAD69) {
            double[] centric = Ellipsoid.GRS_80.toCentric(degrees[0], degrees[1]);
            for (int i = 0; i < 3; i++) {
                centric[i] += fromSirgasM[i];
            }
            degrees = ellipsoid.toDegrees(centric);
        }
        double[] metres = zone.project(ellipsoid, degrees[0], degrees[1]);
        return new double[] {Math.rint(metres[0]), Math.rint(metres[1])};
    }
}
