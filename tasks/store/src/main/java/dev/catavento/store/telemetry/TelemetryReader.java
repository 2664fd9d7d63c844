package dev.catavento.store.telemetry;

import dev.catavento.store.Store;
import dev.catavento.store.export.ReadTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Opens published telemetry for reading. */
@Singleton
public class TelemetryReader {
    private final Store store;

    @Inject
    TelemetryReader(Store store) {
        this.store = store;
    }

    /** Telemetry as it is now; it stays as it is while it is open, whatever is published meanwhile. */
    public PublishedTelemetry open() {
        return new PublishedTelemetry(ReadTransaction.open(store));
    }
}
