package dev.catavento.store.raw;

import dev.catavento.store.Store;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The way into what sources said. */
@Singleton
public class RawStore {
    private final Store store;

    @Inject
    RawStore(Store store) {
        this.store = store;
    }

    /** Opens a connection for one extraction. */
    public RawSession open(String dataset) {
        return new RawSession(store, store.open(), dataset);
    }
}
