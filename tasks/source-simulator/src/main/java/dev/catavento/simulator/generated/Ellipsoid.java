package dev.catavento.simulator.generated;

/** An ellipsoid of revolution. */
record Ellipsoid(double equatorM, double flattening) {

    static final Ellipsoid GRS_80 = new Ellipsoid(6_378_137.0, 1 / 298.257222101);
    static final Ellipsoid GRS_67 = new Ellipsoid(6_378_160.0, 1 / 298.25);

    double eccentricitySquared() {
        return flattening * (2 - flattening);
    }

    /** Degrees on the ellipsoid to metres from the earth's centre. */
    double[] toCentric(double longitude, double latitude) {
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude);
        double radius = equatorM / Math.sqrt(1 - eccentricitySquared() * Math.sin(phi) * Math.sin(phi));
        return new double[] {
            radius * Math.cos(phi) * Math.cos(lambda),
            radius * Math.cos(phi) * Math.sin(lambda),
            radius * (1 - eccentricitySquared()) * Math.sin(phi)
        };
    }

    /** Metres from the earth's centre to longitude and latitude in degrees. */
    double[] toDegrees(double[] centric) {
        double distance = Math.hypot(centric[0], centric[1]);
        double phi = Math.atan2(centric[2], distance * (1 - eccentricitySquared()));
        for (int i = 0; i < 4; i++) {
            double radius = equatorM / Math.sqrt(1 - eccentricitySquared() * Math.sin(phi) * Math.sin(phi));
            phi = Math.atan2(centric[2] + eccentricitySquared() * radius * Math.sin(phi), distance);
        }
        return new double[] {Math.toDegrees(Math.atan2(centric[1], centric[0])), Math.toDegrees(phi)};
    }
}
