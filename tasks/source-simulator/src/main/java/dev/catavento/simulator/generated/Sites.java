package dev.catavento.simulator.generated;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Land to build on: a grid of square sites, each given away once, so that plants do not come nearer to each other than
 * they are meant to.
 */
final class Sites {

    /** Side of a site in degrees: about 3.3 km. */
    static final double SIDE = 0.03;

    private static final int FARTHEST = 120;

    /** A square of sites; south-west corner and side in degrees. */
    record Site(double west, double south, double side) {}

    private final Set<Long> taken = new HashSet<>();

    /** Keeps everything within a site's side of this place free. */
    void reserve(double longitude, double latitude) {
        int column = (int) Math.floor(longitude / SIDE);
        int row = (int) Math.floor(latitude / SIDE);
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                taken.add(key(column + dx, row + dy));
            }
        }
    }

    /** The free square of {@code width} × {@code width} sites nearest to a place, within these boxes. */
    Site take(List<StateTotals.Box> land, double longitude, double latitude, int width) {
        int column = (int) Math.floor(longitude / SIDE);
        int row = (int) Math.floor(latitude / SIDE);
        for (int ring = 0; ring <= FARTHEST; ring++) {
            for (int dx = -ring; dx <= ring; dx++) {
                int step = Math.abs(dx) == ring ? 1 : Math.max(1, 2 * ring);
                for (int dy = -ring; dy <= ring; dy += step) {
                    if (isFree(land, column + dx, row + dy, width)) {
                        return give(column + dx, row + dy, width);
                    }
                }
            }
        }
        throw new IllegalStateException("no land left near " + longitude + " " + latitude);
    }

    private boolean isFree(List<StateTotals.Box> land, int column, int row, int width) {
        double west = column * SIDE;
        double south = row * SIDE;
        double side = width * SIDE;
        boolean inside = land.stream()
                .anyMatch(box -> west >= box.west()
                        && south >= box.south()
                        && west + side <= box.east()
                        && south + side <= box.north());
        if (!inside) {
            return false;
        }
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < width; y++) {
                if (taken.contains(key(column + x, row + y))) {
                    return false;
                }
            }
        }
        return true;
    }

    private Site give(int column, int row, int width) {
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < width; y++) {
                taken.add(key(column + x, row + y));
            }
        }
        return new Site(column * SIDE, row * SIDE, width * SIDE);
    }

    private static long key(int column, int row) {
        return ((long) column << 32) ^ (row & 0xFFFFFFFFL);
    }
}
