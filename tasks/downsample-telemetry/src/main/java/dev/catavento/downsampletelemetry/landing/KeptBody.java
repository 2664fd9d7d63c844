package dev.catavento.downsampletelemetry.landing;

import java.net.URI;
import java.nio.file.Path;

/**
 * A part of what a source sent, untouched, in a scratch file.
 *
 * @param url where it came from, no credential in it
 * @param sha256 of the bytes as they came
 * @param gzip file that holds them packed, null where they are not kept
 */
public record KeptBody(URI url, byte[] sha256, long bytes, Path gzip) {}
