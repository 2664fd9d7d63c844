package dev.catavento.simulator.generated;

import java.util.List;

/**
 * Rows that repeat another row on name, designation and position.
 *
 * @param state the repeating row's own
 * @param status the repeating row's own
 * @param difference in what else the pair disagrees
 */
record Repeat(String state, Status status, int rows, Difference difference) {

    enum Difference {
        NONE,
        STATE,
        POWER,
        STATUS
    }

    /** The 22 repeats FACTS counts: three disagree in the state, two in the power, one in the status. */
    static final List<Repeat> ALL = List.of(
            new Repeat("BA", Status.OPERATING, 8, Difference.NONE),
            new Repeat("BA", Status.NOT_OPERATING, 1, Difference.NONE),
            new Repeat("BA", Status.NOT_OPERATING, 2, Difference.POWER),
            new Repeat("BA", Status.NOT_OPERATING, 1, Difference.STATUS),
            new Repeat("RN", Status.NOT_OPERATING, 3, Difference.STATE),
            new Repeat("RS", Status.NOT_OPERATING, 7, Difference.NONE));

    /** The plant whose rows are repeated with another state: it stands where two states meet. */
    static final String BORDER_PLANT = "Divisa do Seridó II";
}
