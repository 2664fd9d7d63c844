package dev.catavento.source.http;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a source demands of those who ask it.
 *
 * @param bearer token that goes with each request; never in a log
 * @param requestsPerSecond at most so many are begun, evenly spaced; above zero
 */
public record Access(Optional<String> bearer, OptionalDouble requestsPerSecond) {
    /** No token, no limit. */
    public static final Access FREE = new Access(Optional.empty(), OptionalDouble.empty());

    @Override
    public String toString() {
        return "Access[" + (bearer.isPresent() ? "with a token" : "without a token") + ", " + requestsPerSecond + "]";
    }
}
