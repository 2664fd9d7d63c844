package dev.catavento.extractsigel;

import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import java.util.List;

/**
 * How a layer's fields differ from the contract's.
 *
 * @param retyped sentences: {@code UF is esriFieldTypeInteger instead of esriFieldTypeString}
 * @param added names the contract does not know
 */
record FieldDifference(List<String> missing, List<String> retyped, List<String> added) {

    /** A field more is news; a field less or another type is a breach. */
    void refuseBreach() {
        if (missing.isEmpty() && retyped.isEmpty()) {
            return;
        }
        var parts = new java.util.ArrayList<String>();
        if (!missing.isEmpty()) {
            parts.add("field missing: " + String.join(", ", missing));
        }
        if (!retyped.isEmpty()) {
            parts.add("field retyped: " + String.join(", ", retyped));
        }
        throw new TaskException(
                ErrorKind.SOURCE_CONTRACT,
                "the source broke its contract; " + String.join("; ", parts),
                "nothing was landed; see whether the layer has changed for good, then adapt SigelContract");
    }
}
