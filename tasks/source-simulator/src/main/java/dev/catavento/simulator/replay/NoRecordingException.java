package dev.catavento.simulator.replay;

/** A folder holds nothing to replay, or something that cannot be read; the message says which. */
public final class NoRecordingException extends RuntimeException {

    public NoRecordingException(String message) {
        super(message, null, false, false);
    }
}
