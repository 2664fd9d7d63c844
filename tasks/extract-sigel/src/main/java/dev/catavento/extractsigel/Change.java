package dev.catavento.extractsigel;

import dev.catavento.source.http.SourceFailure;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import java.util.Locale;

/**
 * What happened to the set while it was read.
 *
 * @param after count and ids when all was read
 * @param reason in words, for {@link Kind#NONE} too
 */
record Change(Survey after, Kind kind, String reason) {

    /** The ways in which what was read may not be the set. */
    enum Kind {
        NONE,
        OTHER_IDS,
        OTHER_ROWS,
        CONTRADICTION
    }

    static Change between(Survey before, Survey after, boolean sameRowsAgain) {
        if (!after.ids().equals(before.ids())) {
            return otherIds(before, after);
        }
        return sameRowsAgain
                ? new Change(after, Kind.NONE, "nothing changed")
                : new Change(after, Kind.OTHER_ROWS, "the same ids now stand for other rows");
    }

    /** A page held other rows than those listed: they have gone or come, or the server does not keep its word. */
    static Change seenOnPage(SourceFailure.UnexpectedRows rows, Survey before, Survey after) {
        return after.ids().equals(before.ids())
                ? new Change(after, Kind.CONTRADICTION, rows.getMessage())
                : otherIds(before, after);
    }

    private static Change otherIds(Survey before, Survey after) {
        var reason = before.count() == after.count()
                ? String.format(Locale.ROOT, "%,d rows before and after, but not the same ones", before.count())
                : String.format(Locale.ROOT, "%,d rows before, %,d after", before.count(), after.count());
        return new Change(after, Kind.OTHER_IDS, reason);
    }

    /** The failure when it happened again. */
    TaskException asFailure() {
        return kind == Kind.CONTRADICTION
                ? new TaskException(
                        ErrorKind.SOURCE_INCOMPLETE,
                        "pages contradict the list of ids: " + reason,
                        "completeness cannot be proven; the last good snapshot stands")
                : new TaskException(
                        ErrorKind.SOURCE_CHANGING,
                        "the set changed twice while it was read: " + reason,
                        "it is being edited; retry later, the last good snapshot stands");
    }
}
