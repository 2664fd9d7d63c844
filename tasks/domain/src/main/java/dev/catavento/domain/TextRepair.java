package dev.catavento.domain;

import java.util.function.Consumer;

/** Takes line breaks and stray blanks (no-break ones too) out of a text; what is then empty is unknown. */
public final class TextRepair {
    private TextRepair() {}

    /** The clean text or null; a finding keeps the original, with line breaks written as {@code \r\n}. */
    public static String of(String field, String text, Consumer<Finding> findings) {
        if (text == null || isClean(text)) {
            return text == null || text.isEmpty() ? null : text;
        }
        var clean = text.replaceAll("[\\s\\u00a0\\p{Cntrl}]+", " ").strip();
        findings.accept(Finding.of(FleetRule.TEXT_CLEANED, field, visible(text), clean, "line breaks or stray blanks"));
        return clean.isEmpty() ? null : clean;
    }

    private static boolean isClean(String text) {
        boolean blankBefore = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                if (blankBefore) {
                    return false;
                }
                blankBefore = true;
            } else if (c < ' ' || c >= 0x7f && c <= 0xa0 || Character.isWhitespace(c)) {
                return false;
            } else {
                blankBefore = false;
            }
        }
        return text.isEmpty() || !blankBefore;
    }

    private static String visible(String text) {
        return text.replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace("\t", "\\t")
                .replace('\u00a0', '·');
    }
}
