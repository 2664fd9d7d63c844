package dev.catavento.simulator.fault;

/** A fault that cannot be set as asked; the message names what is valid. */
public final class BadFault extends RuntimeException {

    public BadFault(String message) {
        super(message, null, false, false);
    }
}
