package dev.catavento.task;

/** Text from elsewhere (a driver, a server) made fit for one line of a log or a report. */
public final class OneLine {
    private static final int LONGEST = 600;

    private OneLine() {}

    /** Line breaks and tabs become single blanks; what is longer than 600 characters is cut with an ellipsis. */
    public static String of(String text) {
        if (text == null) {
            return "";
        }
        var line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
