package dev.catavento.exporttableau.xlsx;

import java.util.List;

/**
 * How a sheet presents itself.
 *
 * @param widths of the columns, in characters
 * @param headed whether the first row is a heading that stays in sight and carries a filter
 * @param frozenColumns how many columns stay in sight
 */
public record SheetView(List<Integer> widths, boolean headed, int frozenColumns) {

    /** For a sheet that is read like a page. */
    public static SheetView page(Integer... widths) {
        return new SheetView(List.of(widths), false, 0);
    }

    String xml() {
        var xml = new StringBuilder("<sheetViews><sheetView workbookViewId=\"0\"");
        if (headed) {
            var corner = CellName.of(frozenColumns, 2);
            xml.append("><pane ")
                    .append(frozenColumns > 0 ? "xSplit=\"" + frozenColumns + "\" " : "")
                    .append("ySplit=\"1\" topLeftCell=\"%s\" activePane=\"%s\" state=\"frozen\"/></sheetView>"
                            .formatted(corner, frozenColumns > 0 ? "bottomRight" : "bottomLeft"));
        } else {
            xml.append(" showGridLines=\"0\"/>");
        }
        xml.append("</sheetViews><cols>");
        for (int i = 0; i < widths.size(); i++) {
            xml.append("<col min=\"%d\" max=\"%d\" width=\"%d\" customWidth=\"1\"/>"
                    .formatted(i + 1, i + 1, widths.get(i)));
        }
        return xml.append("</cols>").toString();
    }
}
