package dev.catavento.exporttableau.xlsx;

import dev.catavento.exporttableau.text.OneLineText;
import dev.catavento.exporttableau.text.PlainNumber;
import dev.catavento.exporttableau.text.Utf8Output;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sheet under construction, row by row and cell by cell. */
public final class XlsxSheet implements AutoCloseable {
    private static final long DAYS_FROM_1899_12_30_TO_1970 = 25_569;
    private static final double SECONDS_A_DAY = 86_400;

    /** High enough for two lines. */
    private static final String HEADING_ROW = "\" ht=\"32\" customHeight=\"1\">";

    private final Utf8Output xml;
    private final String name;
    private final SheetView view;
    private final List<String> columnNames = new ArrayList<>();
    private int row;
    private String rowName = "0";
    private int column;

    XlsxSheet(Utf8Output xml, String name, SheetView view) throws IOException {
        this.xml = xml;
        this.name = name;
        this.view = view;
        xml.write(XlsxFile.DECLARATION);
        xml.write("<worksheet xmlns=\"" + XlsxFile.MAIN + "\">");
        xml.write(view.xml());
        xml.write("<sheetData>");
    }

    public void startRow() throws IOException {
        rowName = Integer.toString(++row);
        column = 0;
        xml.write("<row r=\"");
        xml.write(rowName);
        xml.write(row == 1 && view.headed() ? HEADING_ROW : "\">");
    }

    public void endRow() throws IOException {
        xml.write("</row>");
    }

    /** A whole row of one style. */
    public void row(CellStyle style, Object... values) throws IOException {
        startRow();
        for (var value : values) {
            cell(style, value);
        }
        endRow();
    }

    /** The next cell; null leaves it empty. */
    public void cell(CellStyle style, Object value) throws IOException {
        int at = column++;
        switch (value) {
            case null -> {}
            case String text -> text(at, style, OneLineText.of(text));
            case Double number when style == CellStyle.DEGREE -> number(at, style, PlainNumber.coordinate(number));
            case Double number -> number(at, style, PlainNumber.shortest(number));
            case Boolean flag -> text(at, style, flag ? "Sim" : "Não");
            case Instant instant ->
                number(
                        at,
                        style,
                        PlainNumber.shortest(DAYS_FROM_1899_12_30_TO_1970 + instant.getEpochSecond() / SECONDS_A_DAY));
            case LocalDate day -> number(at, style, Long.toString(DAYS_FROM_1899_12_30_TO_1970 + day.toEpochDay()));
            default -> number(at, style, value.toString());
        }
    }

    String name() {
        return name;
    }

    /** The cells a filter works on, as {@code A1:X99}. */
    Optional<String> filter() {
        return view.headed() ? Optional.of("A1:" + CellName.of(view.widths().size() - 1, row)) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        xml.write("</sheetData>");
        if (view.headed()) {
            xml.write("<autoFilter ref=\"" + filter().orElseThrow() + "\"/>");
        }
        xml.write("<pageSetup orientation=\"landscape\" paperSize=\"9\"/></worksheet>");
    }

    private void number(int at, CellStyle style, String value) throws IOException {
        open(at, style);
        xml.write("\"><v>");
        xml.write(value);
        xml.write("</v></c>");
    }

    private void text(int at, CellStyle style, String value) throws IOException {
        open(at, style);
        xml.write("\" t=\"inlineStr\"><is><t");
        if (!value.equals(value.strip())) {
            xml.write(" xml:space=\"preserve\"");
        }
        xml.write(">");
        xml.write(XmlText.cell(value));
        xml.write("</t></is></c>");
    }

    private void open(int at, CellStyle style) throws IOException {
        xml.write("<c r=\"");
        xml.write(columnName(at));
        xml.write(rowName);
        xml.write("\" s=\"");
        xml.write(style.index());
    }

    private String columnName(int at) {
        while (columnNames.size() <= at) {
            columnNames.add(CellName.column(columnNames.size()));
        }
        return columnNames.get(at);
    }
}
