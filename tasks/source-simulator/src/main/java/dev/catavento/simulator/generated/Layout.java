package dev.catavento.simulator.generated;

import dev.catavento.simulator.layer.Position;

/** Stands a plant's turbines in rows, a few rotors apart. */
final class Layout {

    private static final double METRES_PER_DEGREE = 111_195.08;
    /** Kept free along a site's edge, so that neighbours stand at least twice as far apart. */
    private static final double MARGIN_M = 245;

    private static final double STRAY_M = 18;
    private static final double SLOPE = 0.06;

    private Layout() {}

    /** Evenly from one end of a line to the other. */
    static Position[] line(double[] ends, int turbines) {
        Position[] places = new Position[turbines];
        for (int i = 0; i < turbines; i++) {
            double share = turbines == 1 ? 0 : i / (turbines - 1.0);
            places[i] =
                    Position.ofDegrees(ends[0] + (ends[2] - ends[0]) * share, ends[1] + (ends[3] - ends[1]) * share);
        }
        return places;
    }

    /** In rows on a site, along or across. */
    static Position[] rows(Sites.Site site, int turbines, double rotorM, Dice dice) {
        double middleLatitude = site.south() + site.side() / 2;
        double metresPerDegreeEast = METRES_PER_DEGREE * Math.cos(Math.toRadians(middleLatitude));
        boolean across = dice.below(2) == 0;
        double east = site.side() * metresPerDegreeEast - 2 * MARGIN_M;
        double north = site.side() * METRES_PER_DEGREE - 2 * MARGIN_M;
        double along = across ? north : east;
        double between = (across ? east : north) - along * SLOPE;
        int perRow = Math.min(turbines, (int) (along / (2.9 * rotorM + 2 * STRAY_M)) + 1);
        int rowCount = (turbines + perRow - 1) / perRow;
        double spacing = perRow == 1 ? 0 : Math.min(along / (perRow - 1), 5 * rotorM);
        double rowSpacing = rowCount == 1 ? 0 : Math.min(between / (rowCount - 1), 9 * rotorM);
        double slope = dice.between(-SLOPE / 2, SLOPE / 2);
        Position middle = Position.ofDegrees(site.west() + site.side() / 2, middleLatitude);
        Position[] places = new Position[turbines];
        for (int i = 0; i < turbines; i++) {
            double u = (i % perRow - (perRow - 1) / 2.0) * spacing + dice.between(-STRAY_M, STRAY_M);
            double v = (i / perRow - (rowCount - 1) / 2.0) * rowSpacing + slope * u + dice.between(-STRAY_M, STRAY_M);
            places[i] = across ? middle.movedByMetres(v, u) : middle.movedByMetres(u, v);
        }
        return places;
    }
}
