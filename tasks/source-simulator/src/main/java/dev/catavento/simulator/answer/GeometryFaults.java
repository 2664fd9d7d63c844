package dev.catavento.simulator.answer;

/**
 * What is wrong with the geometry of a page's first rows.
 *
 * @param lost how many rows have none
 * @param nullForm how "none" is written
 * @param swapped how many rows have their coordinates exchanged
 */
public record GeometryFaults(int lost, NullForm nullForm, int swapped) {

    public static final GeometryFaults NONE = new GeometryFaults(0, NullForm.ABSENT, 0);

    /** The ways servers write a missing geometry. */
    public enum NullForm {
        ABSENT,
        NULL,
        NAN
    }

    boolean loses(int rowOfPage) {
        return rowOfPage < lost;
    }

    boolean swaps(int rowOfPage) {
        return rowOfPage < swapped;
    }
}
