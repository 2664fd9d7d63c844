package dev.catavento.store.export;

import java.io.IOException;

/** Takes rows one by one, in their order. */
@FunctionalInterface
public interface RowSink<R> {
    void accept(R row) throws IOException;
}
