package dev.catavento.extractsigel;

import dev.catavento.source.arcgis.Feature;
import dev.catavento.source.arcgis.FeatureSink;
import java.util.ArrayList;
import java.util.List;

/** What is kept of one page's rows. */
final class PageRows implements FeatureSink {
    private final RowDigest digest;
    private final List<RowPrint> prints = new ArrayList<>(1000);
    private long newestUpdate = Long.MIN_VALUE;
    private int withoutPlace;

    PageRows(String idField) {
        this.digest = new RowDigest(idField);
    }

    @Override
    public void take(Feature feature) {
        prints.add(digest.print(feature.attributes(), feature.x(), feature.y()));
        if (feature.attributes().get(SigelContract.UPDATED_AT) instanceof Long epochMillis) {
            newestUpdate = Math.max(newestUpdate, epochMillis);
        }
        if (!feature.placed()) {
            withoutPlace++;
        }
    }

    List<RowPrint> prints() {
        return prints;
    }

    /** Milliseconds since 1970, as the source states them; {@code Long.MIN_VALUE} for none. */
    long newestUpdate() {
        return newestUpdate;
    }

    int withoutPlace() {
        return withoutPlace;
    }
}
