package dev.catavento.task;

/** The three ways a task can end, with the word the run report uses. */
public enum Outcome {
    COMPLETED("completed"),
    NOTHING_NEW("nothing-new"),
    FAILED("failed");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
