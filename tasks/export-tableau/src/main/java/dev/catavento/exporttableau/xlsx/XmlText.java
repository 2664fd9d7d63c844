package dev.catavento.exporttableau.xlsx;

import java.util.regex.Pattern;

/** Text as it may stand in a workbook's XML. */
final class XmlText {
    /** The longest text a cell holds. */
    private static final int LONGEST = 32_767;

    /** {@code _x0041_} in a cell would be read as an escaped letter. */
    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private XmlText() {}

    static String cell(String text) {
        var short_ = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        return escape(short_.contains("_x") ? LOOKS_ESCAPED.matcher(short_).replaceAll("_x005F_") : short_);
    }

    static String escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '&' || c == '<' || c == '>' || c == '"' || !legal(c)) {
                return escaped(text, i);
            }
        }
        return text;
    }

    private static String escaped(String text, int from) {
        var xml = new StringBuilder(text.length() + 16).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                default -> xml.append(legal(c) ? c : ' ');
            }
        }
        return xml.toString();
    }

    private static boolean legal(char c) {
        return c >= ' ' && c < '\uFFFE' || c == '\t' || c == '\n' || c == '\r';
    }
}
