package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.Fleet;

/** A parsed {@code where} clause. */
@FunctionalInterface
interface Condition {

    Truth test(Fleet fleet, int row);

    default Condition and(Condition other) {
        return (fleet, row) -> test(fleet, row).and(other.test(fleet, row));
    }

    default Condition or(Condition other) {
        return (fleet, row) -> test(fleet, row).or(other.test(fleet, row));
    }

    default Condition not() {
        return (fleet, row) -> test(fleet, row).not();
    }
}
