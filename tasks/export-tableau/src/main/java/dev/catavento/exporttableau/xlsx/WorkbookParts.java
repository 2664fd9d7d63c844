package dev.catavento.exporttableau.xlsx;

import static dev.catavento.exporttableau.xlsx.XlsxFile.DECLARATION;
import static dev.catavento.exporttableau.xlsx.XlsxFile.MAIN;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All parts of the package but the sheets. */
record WorkbookParts(String title, List<XlsxSheet> sheets) {
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    Map<String, String> all() {
        var parts = new LinkedHashMap<String, String>();
        parts.put("xl/workbook.xml", workbook());
        parts.put("xl/_rels/workbook.xml.rels", workbookRelations());
        parts.put("xl/styles.xml", Stylesheet.xml());
        parts.put("docProps/core.xml", properties());
        parts.put("_rels/.rels", relations());
        parts.put("[Content_Types].xml", contentTypes());
        return parts;
    }

    private String workbook() {
        var xml = new StringBuilder(DECLARATION)
                .append("<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>".formatted(MAIN, OFFICE));
        for (int i = 1; i <= sheets.size(); i++) {
            xml.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
                    .formatted(XmlText.escape(sheets.get(i - 1).name()), i, i));
        }
        return xml.append("</sheets>").append(filters()).append("</workbook>").toString();
    }

    /** A spreadsheet finds the rows it may hide under a name of its own. */
    private String filters() {
        var names = new StringBuilder();
        for (int i = 0; i < sheets.size(); i++) {
            var sheet = sheets.get(i);
            if (sheet.filter().isPresent()) {
                var range = sheet.filter().get().replaceAll("([A-Z]+)(\\d+)", "\\$$1\\$$2");
                names.append("<definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"%d\" hidden=\"1\">'%s'!%s"
                                .formatted(i, XmlText.escape(sheet.name()), range))
                        .append("</definedName>");
            }
        }
        return names.isEmpty() ? "" : "<definedNames>" + names + "</definedNames>";
    }

    private String workbookRelations() {
        var xml = new StringBuilder(DECLARATION).append("<Relationships xmlns=\"" + PACKAGE + "/relationships\">");
        for (int i = 1; i <= sheets.size(); i++) {
            xml.append(relation("rId" + i, OFFICE + "/worksheet", "worksheets/sheet" + i + ".xml"));
        }
        return xml.append(relation("rId" + (sheets.size() + 1), OFFICE + "/styles", "styles.xml"))
                .append("</Relationships>")
                .toString();
    }

    private String relations() {
        return DECLARATION + "<Relationships xmlns=\"" + PACKAGE + "/relationships\">"
                + relation("rId1", OFFICE + "/officeDocument", "xl/workbook.xml")
                + relation("rId2", PACKAGE + "/relationships/metadata/core-properties", "docProps/core.xml")
                + "</Relationships>";
    }

    private String properties() {
        return DECLARATION + "<cp:coreProperties xmlns:cp=\"" + PACKAGE + "/metadata/core-properties\""
                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>" + XmlText.escape(title)
                + "</dc:title><dc:creator>Catavento</dc:creator><dc:language>pt-BR</dc:language></cp:coreProperties>";
    }

    private String contentTypes() {
        var xml = new StringBuilder(DECLARATION)
                .append("<Types xmlns=\"" + PACKAGE + "/content-types\">")
                .append(
                        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
                .append(override("xl/workbook.xml", TYPE + "sheet.main+xml"))
                .append(override("xl/styles.xml", TYPE + "styles+xml"))
                .append(override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"));
        for (int i = 1; i <= sheets.size(); i++) {
            xml.append(override("xl/worksheets/sheet" + i + ".xml", TYPE + "worksheet+xml"));
        }
        return xml.append("</Types>").toString();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"/" + part + "\" ContentType=\"" + type + "\"/>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + target + "\"/>";
    }
}
