package dev.catavento.source.arcgis;

import dev.catavento.task.Retry;

/** A layer's small requests, repeated as far as that is worth it; ranges of rows are {@link RangeReader}'s. */
public final class PatientLayer {
    private final ArcGisLayer layer;
    private final Retry retry;

    public PatientLayer(ArcGisLayer layer, Retry retry) {
        this.layer = layer;
        this.retry = retry;
    }

    public LayerDescription describe() throws InterruptedException {
        return retry.call("the layer's description", layer::describe, Patience.forWhole());
    }

    public long count() throws InterruptedException {
        return retry.call("the count of rows", layer::count, Patience.forWhole());
    }

    public ObjectIds ids() throws InterruptedException {
        return retry.call("the list of ids", layer::ids, Patience.forWhole());
    }

    /** A reader of this layer's rows, to be shared by all threads of one extraction. */
    public RangeReader ranges(String idField) {
        return new RangeReader(layer, retry, idField);
    }
}
