package dev.catavento.source.http;

import dev.catavento.task.OneLine;
import java.time.Duration;

/**
 * Why a source did not give what was asked; the type alone says what may be done about it. Messages are one line and
 * name no credential.
 */
public abstract sealed class SourceFailure extends RuntimeException {

    private SourceFailure(String message, Throwable cause) {
        super(OneLine.of(message), cause);
    }

    /** Not there for now: no connection, a maintenance page, 429, 503. Worth asking again. */
    public static final class Unavailable extends SourceFailure {
        private final transient Duration retryAfter;

        /** @param retryAfter what the server asked for, zero when it asked for nothing */
        public Unavailable(String message, Duration retryAfter, Throwable cause) {
            super(message, cause);
            this.retryAfter = retryAfter;
        }

        public Unavailable(String message) {
            this(message, Duration.ZERO, null);
        }

        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** It failed over this very answer: 500, cut short, too late, too long. Worth asking once more, then for less. */
    public static final class Overburdened extends SourceFailure {
        public Overburdened(String message, Throwable cause) {
            super(message, cause);
        }

        public Overburdened(String message) {
            this(message, null);
        }
    }

    /** A well-formed refusal of the request. Asking again is useless; a page may be too large for it. */
    public static final class Rejected extends SourceFailure {
        private final int code;
        private final boolean stated;

        /**
         * @param code HTTP status, or the code of an error in an answer with status 200
         * @param stated true for such an error: the service itself says so, not only a server on the way to it
         */
        public Rejected(int code, boolean stated, String message) {
            super(message, null);
            this.code = code;
            this.stated = stated;
        }

        public boolean stated() {
            return stated;
        }

        public int code() {
            return code;
        }
    }

    /** An answer to another question than the one asked: features for a count, a list without ids. */
    public static final class BrokenAnswer extends SourceFailure {
        public BrokenAnswer(String message) {
            super(message, null);
        }
    }

    /** A page that holds other rows than those asked for: the set has changed, or the server lies. */
    public static final class UnexpectedRows extends SourceFailure {
        public UnexpectedRows(String message) {
            super(message, null);
        }
    }

    /** Ours to mend: a token is required or refused, a certificate or a proxy is not accepted. */
    public static final class Misconfigured extends SourceFailure {
        private final String hint;

        public Misconfigured(String message, String hint, Throwable cause) {
            super(message, cause);
            this.hint = hint;
        }

        public String hint() {
            return hint;
        }
    }
}
