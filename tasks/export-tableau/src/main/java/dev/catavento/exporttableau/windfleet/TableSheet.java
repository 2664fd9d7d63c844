package dev.catavento.exporttableau.windfleet;

import dev.catavento.exporttableau.xlsx.CellStyle;
import dev.catavento.exporttableau.xlsx.CellValue;
import dev.catavento.exporttableau.xlsx.XlsxFile;
import dev.catavento.store.export.RowSink;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** A table as a sheet: a heading that stays in sight, a filter, one row after the other. */
final class TableSheet<R> implements RowSink<R>, AutoCloseable {
    /** How many rows are held: a style is set for all of them at once. */
    private static final int BLOCK = 256;

    private static final double TWO_LINES = 32;

    private final Worksheet sheet;
    private final List<SheetColumn<R>> columns;
    private int written = 1;
    private int next = 1;

    TableSheet(XlsxFile book, String name, int frozenColumns, List<SheetColumn<R>> columns) {
        this.sheet = book.sheet(name);
        this.columns = columns;
        sheet.freezePane(frozenColumns, 1);
        sheet.rowHeight(0, TWO_LINES);
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            sheet.width(i, column.width());
            CellValue.put(sheet, 0, i, CellStyle.HEADING, column.heading());
        }
        CellStyle.HEADING.applyTo(sheet.range(0, 0, 0, columns.size() - 1));
    }

    @Override
    public void accept(R row) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            CellValue.put(sheet, next, i, column.style(), column.value().apply(row));
        }
        next++;
        if (next - written == BLOCK) {
            write();
        }
    }

    @Override
    public void close() throws IOException {
        if (written < next) {
            write();
        }
        sheet.setAutoFilter(0, 0, next - 1, columns.size() - 1);
        sheet.finish();
    }

    private void write() throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).style().applyTo(sheet.range(written, i, next - 1, i));
        }
        sheet.flush();
        written = next;
    }
}
