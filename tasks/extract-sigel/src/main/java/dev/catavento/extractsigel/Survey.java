package dev.catavento.extractsigel;

import dev.catavento.source.arcgis.ObjectIds;
import java.util.Locale;

/** What the layer says it holds: a count and as many ids. */
record Survey(long count, ObjectIds ids) {

    boolean consistent() {
        return count == ids.size() && ids.repeated() == 0;
    }

    String contradiction() {
        return ids.repeated() > 0
                ? String.format(Locale.ROOT, "the source lists %,d ids twice", ids.repeated())
                : String.format(Locale.ROOT, "the source counts %,d rows and lists %,d ids", count, ids.size());
    }
}
