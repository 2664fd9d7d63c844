package dev.catavento.extractsigel;

import dev.catavento.source.arcgis.LayerPage;
import dev.catavento.source.arcgis.SpatialReference;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;

/** A page must keep the contract too: a layer may change between its description and its rows. */
final class PageContract {
    private PageContract() {}

    static void check(LayerPage<?> page, String idField) {
        if (!page.fields().isEmpty()) {
            SigelContract.compare(page.fields(), idField).refuseBreach();
        }
        checkReference(page.reference());
    }

    static void checkReference(SpatialReference reference) {
        if (reference.stated() && !reference.is(SigelContract.WKID)) {
            throw new TaskException(
                    ErrorKind.SOURCE_CONTRACT,
                    "the source broke its contract; its coordinates are in " + reference.wkid() + " instead of "
                            + SigelContract.WKID + " (SIRGAS 2000)",
                    "coordinates of another reference would be shifted unnoticed; nothing was landed as complete");
        }
    }
}
