package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.Fleet;

/** OBJECTIDs outside of which a condition cannot be true, so that a range query looks at its range only. */
record ObjectIdRange(double low, double high) {

    static final ObjectIdRange ALL = new ObjectIdRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    static ObjectIdRange of(String operator, double number) {
        return switch (operator) {
            case "=" -> new ObjectIdRange(number, number);
            case "<", "<=" -> new ObjectIdRange(Double.NEGATIVE_INFINITY, number);
            case ">", ">=" -> new ObjectIdRange(number, Double.POSITIVE_INFINITY);
            default -> ALL;
        };
    }

    ObjectIdRange intersect(ObjectIdRange other) {
        return new ObjectIdRange(Math.max(low, other.low), Math.min(high, other.high));
    }

    /** Index of the fleet's first row within the range. */
    int firstIndex(Fleet fleet) {
        return low <= Integer.MIN_VALUE ? 0 : position(fleet, (int) Math.min(Integer.MAX_VALUE, Math.ceil(low)));
    }

    /** Index after the fleet's last row within the range. */
    int endIndex(Fleet fleet) {
        return high >= Integer.MAX_VALUE
                ? fleet.size()
                : position(fleet, (int) Math.max(Integer.MIN_VALUE, Math.floor(high)) + 1);
    }

    private static int position(Fleet fleet, int objectId) {
        int found = fleet.indexOf(objectId);
        return found >= 0 ? found : -found - 1;
    }
}
