package dev.catavento.watchstore.notice;

import dev.catavento.store.watch.Notice;
import dev.catavento.task.TaskException;

/** A way to people. */
public interface Channel extends AutoCloseable {
    /** {@code mail} or {@code webhook}, as in the store. */
    String name();

    /**
     * @throws NoticeRefused when the destination does not take this notice, but may take another
     * @throws TaskException when it takes none; it may be tried again at the next run
     */
    void send(Notice notice);

    @Override
    default void close() {}
}
