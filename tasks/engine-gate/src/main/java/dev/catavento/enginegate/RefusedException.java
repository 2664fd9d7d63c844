package dev.catavento.enginegate;

/** A request that goes no further; the message says in one line what was refused and what is allowed. */
public final class RefusedException extends RuntimeException {
    private final int status;

    public RefusedException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** Something well-formed that the gate does not let through. */
    public static RefusedException forbidden(String message) {
        return new RefusedException(403, "engine gate: " + message);
    }

    /** Something that is not HTTP or JSON as the gate reads them. */
    public static RefusedException malformed(String message) {
        return new RefusedException(400, "engine gate: " + message);
    }

    /** The HTTP status of the answer. */
    public int status() {
        return status;
    }
}
