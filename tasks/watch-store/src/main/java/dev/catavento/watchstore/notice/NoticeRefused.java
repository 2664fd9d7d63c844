package dev.catavento.watchstore.notice;

import dev.catavento.task.TaskException;

/** The destination answers and does not take this notice; another it may take. */
final class NoticeRefused extends RuntimeException {
    private final TaskException failure;

    NoticeRefused(TaskException failure) {
        super(failure.getMessage(), failure);
        this.failure = failure;
    }

    /** What to tell the operator. */
    TaskException failure() {
        return failure;
    }
}
