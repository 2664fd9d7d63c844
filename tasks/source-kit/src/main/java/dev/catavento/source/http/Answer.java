package dev.catavento.source.http;

import java.time.Duration;

/**
 * A whole answer, whatever its status.
 *
 * @param retryAfter what the server asked for, zero when it asked for nothing
 */
public record Answer(int status, Duration retryAfter, byte[] body) {}
