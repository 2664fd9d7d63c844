package dev.catavento.simulator.archive;

import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.SourceRow;
import java.util.List;

/**
 * A day of the archive: what it serves, and what the next day has to know.
 *
 * @param number days since the first day
 * @param plantIds of the fleet's rows, 0 for none: side by side in memory, for they are searched often
 * @param edits what made this day out of the one before
 * @param absent rows that will come back
 * @param nextObjectId the OBJECTID the next new row gets; numbers are not used twice within a load
 */
record DayState(int number, Fleet fleet, int[] plantIds, List<Edit> edits, List<Absence> absent, int nextObjectId) {

    /** A row that is gone for a while. */
    record Absence(SourceRow row, int backOn) {}

    static DayState first(Fleet fleet) {
        return new DayState(0, fleet, plantIdsOf(fleet.rows()), List.of(), List.of(), fleet.highestObjectId() + 1);
    }

    static int[] plantIdsOf(SourceRow[] rows) {
        int[] ids = new int[rows.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = idOf(rows[i]);
        }
        return ids;
    }

    static int idOf(SourceRow row) {
        return row.plantId() == null ? 0 : row.plantId();
    }
}
