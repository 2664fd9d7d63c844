package dev.catavento.simulator.generated;

/** The values OPERACAO takes. */
enum Status {
    OPERATING('S', "Sim"),
    NOT_OPERATING('N', "Não"),
    /** The domain's code where its label should be. */
    OPERATING_AS_CODE('C', "1"),
    UNKNOWN('?', null);

    private final char letter;
    private final String published;

    Status(char letter, String published) {
        this.letter = letter;
        this.published = published;
    }

    static Status of(char letter) {
        for (Status status : values()) {
            if (status.letter == letter) {
                return status;
            }
        }
        throw new IllegalArgumentException("no status " + letter);
    }

    String published() {
        return published;
    }

    boolean operates() {
        return this == OPERATING || this == OPERATING_AS_CODE;
    }
}
