package dev.catavento.simulator.telemetry.serve;

/** How a source writes its stamps. */
public enum StampForm {
    /** Local time at UTC−03:00, not saying so. */
    NAIVE(-10_800_000, ""),
    /** UTC, with a Z. */
    Z(0, "Z"),
    /** Local time with its offset. */
    OFFSET(-10_800_000, "-03:00");

    private final long offsetMillis;
    private final String suffix;

    StampForm(long offsetMillis, String suffix) {
        this.offsetMillis = offsetMillis;
        this.suffix = suffix;
    }

    public long offsetMillis() {
        return offsetMillis;
    }

    public String suffix() {
        return suffix;
    }
}
