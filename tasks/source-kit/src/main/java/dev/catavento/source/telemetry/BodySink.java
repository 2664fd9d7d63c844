package dev.catavento.source.telemetry;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;

/** Takes the bodies of a source's answers, untouched but for the coding in which they travelled. */
@FunctionalInterface
public interface BodySink {
    /** Keeps nothing. */
    BodySink NONE = url -> OutputStream.nullOutputStream();

    /**
     * Begins a body. Its stream is closed in any case; whether the body is whole is known when {@link
     * SampleDialect#read} has returned: after a failure it is of no use.
     *
     * @param url what was asked, no credential in it
     */
    OutputStream open(URI url) throws IOException;
}
