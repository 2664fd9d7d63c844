package dev.catavento.exporttableau.xlsx;

import dev.catavento.exporttableau.xlsx.CellStyle.Look;

/** The workbook's styles part: one cell format for each {@link CellStyle}. */
final class Stylesheet {
    private static final int FIRST_OWN_FORMAT = 164;
    private static final String FONTS = """
            <fonts count="5">\
            <font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
            <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
            <font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/><family val="2"/></font>\
            <font><b/><sz val="16"/><color rgb="FF1F4E5F"/><name val="Calibri"/><family val="2"/></font>\
            <font><b/><sz val="12"/><color rgb="FFB00020"/><name val="Calibri"/><family val="2"/></font>\
            </fonts>\
            <fills count="3"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill>\
            <fill><patternFill patternType="solid"><fgColor rgb="FF1F4E5F"/></patternFill></fill></fills>\
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>""";

    private Stylesheet() {}

    static String xml() {
        var styles = CellStyle.values();
        var xml = new StringBuilder(XlsxFile.DECLARATION)
                .append("<styleSheet xmlns=\"")
                .append(XlsxFile.MAIN)
                .append("\"><numFmts count=\"")
                .append(styles.length)
                .append("\">");
        for (var style : styles) {
            xml.append("<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(format(style), style.numberFormat()));
        }
        xml.append("</numFmts>").append(FONTS).append("<cellXfs count=\"%d\">".formatted(styles.length));
        for (var style : styles) {
            xml.append(cellFormat(style));
        }
        return xml.append("</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>")
                .append("</cellStyles></styleSheet>")
                .toString();
    }

    private static String cellFormat(CellStyle style) {
        var alignment = switch (style.look()) {
            case HEADING -> "<alignment horizontal=\"center\" vertical=\"center\" wrapText=\"1\"/>";
            case TEXT -> "<alignment horizontal=\"left\" indent=\"1\"/>";
            case PLAIN, STRONG, TITLE, WARNING -> "";
        };
        return ("<xf numFmtId=\"%d\" fontId=\"%d\" fillId=\"%d\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\""
                        + " applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">%s</xf>")
                .formatted(
                        format(style),
                        style.look() == Look.TEXT ? 0 : style.look().ordinal(),
                        style.look() == Look.HEADING ? 2 : 0,
                        alignment);
    }

    private static int format(CellStyle style) {
        return style.numberFormat().equals("General") ? 0 : FIRST_OWN_FORMAT + style.ordinal();
    }
}
