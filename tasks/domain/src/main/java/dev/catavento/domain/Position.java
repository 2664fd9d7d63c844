package dev.catavento.domain;

/**
 * A point in SIRGAS 2000 (EPSG:4674).
 *
 * @param longitude degrees east
 * @param latitude degrees north
 */
public record Position(double longitude, double latitude) {
    /** Two positions closer than this in both coordinates are the same number written differently, in degrees. */
    public static final double SAME_NUMBER_DEG = 1e-7;

    private static final double EARTH_RADIUS_M = 6_371_008.8;

    /** Inside Brazil's extent, islands and near shore included: 5.27° N to 33.8° S, 74° W to 28.8° W. */
    public boolean inBrazil() {
        return latitude >= -33.8 && latitude <= 5.3 && longitude >= -74.0 && longitude <= -28.8;
    }

    /** The same pair of numbers the other way round. */
    public Position swapped() {
        return new Position(latitude, longitude);
    }

    /** Equal but for how the number was written. */
    public boolean sameNumbers(Position other) {
        return Math.abs(longitude - other.longitude) <= SAME_NUMBER_DEG
                && Math.abs(latitude - other.latitude) <= SAME_NUMBER_DEG;
    }

    /** Distance in metres; exact to better than 1 % below 100 km, which is all it is used for. */
    public double distanceM(Position other) {
        double middle = Math.toRadians((latitude + other.latitude) / 2);
        double east = Math.toRadians(longitude - other.longitude) * Math.cos(middle);
        double north = Math.toRadians(latitude - other.latitude);
        return EARTH_RADIUS_M * Math.hypot(east, north);
    }
}
