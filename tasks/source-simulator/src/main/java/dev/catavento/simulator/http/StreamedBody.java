package dev.catavento.simulator.http;

import java.io.IOException;
import java.io.OutputStream;

/** Writes a body; asked twice, it writes the same bytes twice. */
@FunctionalInterface
public interface StreamedBody {
    void writeTo(OutputStream out) throws IOException;
}
