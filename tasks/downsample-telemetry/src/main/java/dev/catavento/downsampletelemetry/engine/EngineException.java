package dev.catavento.downsampletelemetry.engine;

/** What DuckDB says went wrong; whoever knows what was read says what it means. */
public final class EngineException extends RuntimeException {
    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
