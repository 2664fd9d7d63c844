package dev.catavento.simulator.archive;

import dev.catavento.simulator.layer.SourceRow;
import java.time.LocalDate;

/**
 * One difference between a day and the day before.
 *
 * @param objectId of the row on this day, or on the day before where it is gone; 0 where the edit is about all rows
 * @param before null for a row that was not there, and for edits about all rows
 * @param after null for a row that is gone, and for edits about all rows
 * @param rows how many rows it touches
 */
public record Edit(LocalDate day, EditKind kind, int objectId, SourceRow before, SourceRow after, int rows) {

    static Edit ofRow(LocalDate day, EditKind kind, int objectId, SourceRow before, SourceRow after) {
        return new Edit(day, kind, objectId, before, after, 1);
    }

    static Edit ofAll(LocalDate day, EditKind kind, int rows) {
        return new Edit(day, kind, 0, null, null, rows);
    }
}
