package dev.catavento.simulator.layer;

import java.util.Arrays;

/**
 * All rows of the layer at one moment, in the order of their OBJECTIDs (ascending, which is also the order the layer
 * answers in when it is asked for none). The arrays belong to the fleet and are never written after it is made.
 *
 * @param jitter by how much this load's coordinates differ from the rows' own
 */
public record Fleet(int[] objectIds, SourceRow[] rows, Jitter jitter) {

    public Fleet {
        if (objectIds.length != rows.length) {
            throw new IllegalArgumentException(objectIds.length + " ids for " + rows.length + " rows");
        }
    }

    /** Numbers the rows 1, 2, 3 … in the given order. */
    public static Fleet numbered(SourceRow[] rows) {
        int[] ids = new int[rows.length];
        Arrays.setAll(ids, i -> i + 1);
        return new Fleet(ids, rows, Jitter.NONE);
    }

    public int size() {
        return rows.length;
    }

    /** Where row i lies in this load, or null without geometry. */
    public Position position(int i) {
        Position own = rows[i].position();
        return own == null ? null : jitter.apply(own);
    }

    /** Index of the row with this OBJECTID, negative where there is none. */
    public int indexOf(int objectId) {
        return Arrays.binarySearch(objectIds, objectId);
    }

    public int highestObjectId() {
        return objectIds.length == 0 ? 0 : objectIds[objectIds.length - 1];
    }
}
