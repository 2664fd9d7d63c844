package dev.catavento.task;

/** Rows a task handled; what each count means is said in the task's own help. */
public record RowCounts(long read, long written, long unchanged, long quarantined) {
    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0);
}
