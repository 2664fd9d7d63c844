package dev.catavento.task;

/** The closed list of what can go wrong; the kind decides the exit code, not the place that noticed. */
public enum ErrorKind {
    BUG(ExitCode.BUG),
    CONFIGURATION(ExitCode.BUG),
    /** The store's address, login or schema is wrong: nothing can be written down there either. */
    STORE_MISCONFIGURED(ExitCode.BUG),
    OTHER_SOURCE(ExitCode.BUG),
    USAGE(ExitCode.USAGE),
    SOURCE_CONTRACT(ExitCode.REFUSED),
    SOURCE_INCOMPLETE(ExitCode.REFUSED),
    PUBLISH_REFUSED(ExitCode.REFUSED),
    /** {@code raw} does not hold what a replay rests on. */
    INPUT_MISSING(ExitCode.REFUSED),
    /** What is stored is not what was stored once. */
    STORE_DAMAGED(ExitCode.REFUSED),
    SOURCE_UNAVAILABLE(ExitCode.UNAVAILABLE),
    SOURCE_CHANGING(ExitCode.UNAVAILABLE),
    /** A mail server or webhook that alerts go to does not take them. */
    DESTINATION_UNAVAILABLE(ExitCode.UNAVAILABLE),
    STORE_UNAVAILABLE(ExitCode.UNAVAILABLE),
    DISK_FULL(ExitCode.UNAVAILABLE),
    LOCKED(ExitCode.UNAVAILABLE),
    STOPPED(ExitCode.UNAVAILABLE);

    private final ExitCode exitCode;

    ErrorKind(ExitCode exitCode) {
        this.exitCode = exitCode;
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    /** The word used in the run report: {@code source-unavailable}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
