package dev.catavento.simulator.telemetry.stored;

/** The database of stored samples is not configured or does not answer; the message says what to do. */
public final class StoreUnavailable extends RuntimeException {

    public StoreUnavailable(String message) {
        super(message, null, false, false);
    }
}
