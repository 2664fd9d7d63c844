package dev.catavento.store.export;

import dev.catavento.store.Store;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Opens the published fleet for reading. */
@Singleton
public class FleetReader {
    private final Store store;

    @Inject
    FleetReader(Store store) {
        this.store = store;
    }

    /** The fleet as it is now; it stays as it is while it is open, whatever is published meanwhile. */
    public PublishedFleet open() {
        return PublishedFleet.open(store);
    }
}
