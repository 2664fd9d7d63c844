package dev.catavento.task;

/** Where runs are written down; the store has the one implementation. */
public interface RunLedger {
    /** Keeps the report; a ledger that cannot be reached throws {@link TaskException}, which never changes the outcome. */
    void record(RunReport report);

    /** Code worth having in the AOT cache, which is trained without a store. */
    void rehearse();
}
