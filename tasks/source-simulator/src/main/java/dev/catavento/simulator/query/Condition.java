package dev.catavento.simulator.query;

import dev.catavento.simulator.layer.Fleet;

/** A parsed {@code where} clause. */
@FunctionalInterface
interface Condition {

    /** True for every row. */
    Condition ALWAYS = (fleet, row) -> Truth.TRUE;

    Truth test(Fleet fleet, int row);

    /** Where to look for rows at all. */
    default ObjectIdRange range() {
        return ObjectIdRange.ALL;
    }

    default Condition and(Condition other) {
        return new Within(
                (fleet, row) -> test(fleet, row).and(other.test(fleet, row)), range().intersect(other.range()));
    }

    default Condition or(Condition other) {
        return (fleet, row) -> test(fleet, row).or(other.test(fleet, row));
    }

    default Condition not() {
        return (fleet, row) -> test(fleet, row).not();
    }

    /** A condition that is known to be true within a range only. */
    record Within(Condition condition, ObjectIdRange range) implements Condition {
        @Override
        public Truth test(Fleet fleet, int row) {
            return condition.test(fleet, row);
        }
    }
}
