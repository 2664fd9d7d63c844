package dev.catavento.simulator.layer;

/** A place in whole nano-degrees (1e-9°), the layer's own resolution: about 0.1 mm. */
public record Position(long longitudeNano, long latitudeNano) {

    private static final double NANO = 1e9;

    public static Position ofDegrees(double longitude, double latitude) {
        return new Position(Math.round(longitude * NANO), Math.round(latitude * NANO));
    }

    public double longitude() {
        return longitudeNano / NANO;
    }

    public double latitude() {
        return latitudeNano / NANO;
    }

    public Position plusNano(long longitude, long latitude) {
        return new Position(longitudeNano + longitude, latitudeNano + latitude);
    }

    /** The place so many metres further east and north (on a sphere: good to a few millimetres in a hundred metres). */
    public Position movedByMetres(double east, double north) {
        double metresPerDegree = 111_195.08;
        return ofDegrees(
                longitude() + east / (metresPerDegree * Math.cos(Math.toRadians(latitude()))),
                latitude() + north / metresPerDegree);
    }
}
