package dev.catavento.simulator.generated;

/** A southern UTM zone. */
public record UtmZone(int number) {

    private static final double SCALE = 0.9996;
    private static final double FALSE_EAST_M = 500_000;
    private static final double FALSE_NORTH_M = 10_000_000;
    private static final String[] NAMES = new String[61];

    static {
        for (int zone = 1; zone < NAMES.length; zone++) {
            NAMES[zone] = "UTM " + zone + " S (MER " + new UtmZone(zone).meridian() + ")";
        }
    }

    public static UtmZone of(double longitude) {
        return new UtmZone((int) Math.floor((longitude + 180) / 6) + 1);
    }

    private int meridian() {
        return number * 6 - 183;
    }

    /** As SIGEL writes it: {@code UTM 23 S (MER -45)}. */
    public String sigelName() {
        return NAMES[number];
    }

    /** Transverse Mercator by Krüger's series to the third order: good to a millimetre within a zone. */
    double[] project(Ellipsoid ellipsoid, double longitude, double latitude) {
        double n = ellipsoid.flattening() / (2 - ellipsoid.flattening());
        double n2 = n * n;
        double n3 = n2 * n;
        double radius = ellipsoid.equatorM() / (1 + n) * (1 + n2 / 4 + n2 * n2 / 64);
        double[] alpha = {
            n / 2 - 2 * n2 / 3 + 5 * n3 / 16, 13 * n2 / 48 - 3 * n3 / 5, 61 * n3 / 240,
        };
        double phi = Math.toRadians(latitude);
        double lambda = Math.toRadians(longitude - meridian());
        double e = Math.sqrt(ellipsoid.eccentricitySquared());
        double t = Math.sinh(atanh(Math.sin(phi)) - e * atanh(e * Math.sin(phi)));
        double xi0 = Math.atan2(t, Math.cos(lambda));
        double eta0 = atanh(Math.sin(lambda) / Math.sqrt(1 + t * t));
        double xi = xi0;
        double eta = eta0;
        for (int j = 1; j <= 3; j++) {
            xi += alpha[j - 1] * Math.sin(2 * j * xi0) * Math.cosh(2 * j * eta0);
            eta += alpha[j - 1] * Math.cos(2 * j * xi0) * Math.sinh(2 * j * eta0);
        }
        return new double[] {FALSE_EAST_M + SCALE * radius * eta, FALSE_NORTH_M + SCALE * radius * xi};
    }

    private static double atanh(double x) {
        return 0.5 * Math.log((1 + x) / (1 - x));
    }
}
