package dev.catavento.task;

/** How a task ends, as the scheduler sees it; anything else (137, 143, …) is a death it did not choose. */
public enum ExitCode {
    DONE(0, "done", "success"),
    BUG(1, "bug or bad configuration: a wrong password, another source than the store's", "fails, not retried"),
    USAGE(2, "wrong usage: a future day, not a date, an unknown option", "fails, not retried"),
    REFUSED(
            65,
            "the source broke its contract, the publish gate refused, or stored data are damaged",
            "fails, not retried; alert"),
    UNAVAILABLE(
            75,
            "source, store or an alert's destination unavailable, store read-only, disk full, the set changed twice while reading, "
                    + "another run holds the lock, or SIGTERM",
            "retried"),
    NOTHING_TO_DO(
            99,
            "this step is already done for this day under the current rules, or the source cannot give this day",
            "skipped");

    private final int code;
    private final String meaning;
    private final String scheduler;

    ExitCode(int code, String meaning, String scheduler) {
        this.code = code;
        this.meaning = meaning;
        this.scheduler = scheduler;
    }

    /** The number the process ends with. */
    public int code() {
        return code;
    }

    /** One line for people, used in the generated docs. */
    public String meaning() {
        return meaning;
    }

    /** What Airflow makes of it. */
    public String scheduler() {
        return scheduler;
    }
}
