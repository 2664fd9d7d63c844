package dev.catavento.task;

/**
 * A fault that is not a bug: something an operator can understand and mend. The message says what is wrong and where,
 * the hint what to do about it; both are one line.
 */
public final class TaskException extends RuntimeException {
    private final ErrorKind kind;
    private final String hint;
    private final transient RunFacts facts;

    public TaskException(ErrorKind kind, String message, String hint) {
        this(kind, message, hint, RunFacts.NONE, null);
    }

    public TaskException(ErrorKind kind, String message, String hint, Throwable cause) {
        this(kind, message, hint, RunFacts.NONE, cause);
    }

    private TaskException(ErrorKind kind, String message, String hint, RunFacts facts, Throwable cause) {
        super(OneLine.of(message), cause);
        this.kind = kind;
        this.hint = OneLine.of(hint);
        this.facts = facts;
    }

    /** The same fault with what had been counted until then. */
    public TaskException with(RunFacts known) {
        return new TaskException(kind, getMessage(), hint, known, getCause());
    }

    public ErrorKind kind() {
        return kind;
    }

    public String hint() {
        return hint;
    }

    public RunFacts facts() {
        return facts == null ? RunFacts.NONE : facts;
    }
}
