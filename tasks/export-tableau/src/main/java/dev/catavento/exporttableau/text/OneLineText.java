package dev.catavento.exporttableau.text;

/** Text without line breaks and other control characters: readers that count lines count rows. */
public final class OneLineText {
    private OneLineText() {}

    /** Each run of control characters and line separators becomes one blank. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (breaks(text.charAt(i))) {
                return cleaned(text, i);
            }
        }
        return text;
    }

    private static String cleaned(String text, int from) {
        var clean = new StringBuilder(text.length()).append(text, 0, from);
        boolean broken = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!breaks(c)) {
                clean.append(c);
            } else if (!broken) {
                clean.append(' ');
            }
            broken = breaks(c);
        }
        return clean.toString();
    }

    private static boolean breaks(char c) {
        return c < ' ' || c >= '\u007F' && c <= '\u009F' || c == '\u2028' || c == '\u2029';
    }
}
