package dev.catavento.exporttableau.xlsx;

import dev.catavento.exporttableau.text.Utf8Output;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook (ECMA-376, transitional) written sheet by sheet: nothing is kept in memory and no clock is in it, so that
 * the same cells give the same bytes. Text stands in the cells themselves and is never run as a formula.
 */
public final class XlsxFile implements AutoCloseable {
    static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int COMPRESSION = 4;

    private final ZipOutputStream zip;
    private final Utf8Output writer;
    private final List<XlsxSheet> sheets = new ArrayList<>();
    private final String title;

    public XlsxFile(OutputStream out, String title) {
        this.zip = new ZipOutputStream(out);
        zip.setLevel(COMPRESSION);
        this.writer = new Utf8Output(zip);
        this.title = title;
    }

    /** Begins a sheet; it must be closed before the next is begun. */
    public XlsxSheet sheet(String name, SheetView view) throws IOException {
        begin("xl/worksheets/sheet" + (sheets.size() + 1) + ".xml");
        var sheet = new XlsxSheet(writer, name, view);
        sheets.add(sheet);
        return sheet;
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            for (var part : new WorkbookParts(title, sheets).all().entrySet()) {
                begin(part.getKey());
                writer.write(part.getValue());
            }
            writer.flush();
        }
    }

    private void begin(String part) throws IOException {
        writer.flush();
        var entry = new ZipEntry(part);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }
}
