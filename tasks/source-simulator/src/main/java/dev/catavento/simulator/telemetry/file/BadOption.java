package dev.catavento.simulator.telemetry.file;

/** A command line that cannot be obeyed; the message says what would do. */
public final class BadOption extends RuntimeException {

    public BadOption(String message) {
        super(message, null, false, false);
    }
}
