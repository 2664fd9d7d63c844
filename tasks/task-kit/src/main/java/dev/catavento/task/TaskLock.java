package dev.catavento.task;

/** A lock that dies with the process that holds it. */
public interface TaskLock {
    /**
     * Takes the lock or fails at once.
     *
     * @param name what is locked, such as {@code load wind_fleet}
     * @return closes to release
     * @throws TaskException {@link ErrorKind#LOCKED} when another run holds it
     */
    Held take(String name);

    /** A lock that is held until closed. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
