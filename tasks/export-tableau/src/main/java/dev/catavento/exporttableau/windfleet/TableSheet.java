package dev.catavento.exporttableau.windfleet;

import dev.catavento.exporttableau.xlsx.CellStyle;
import dev.catavento.exporttableau.xlsx.SheetView;
import dev.catavento.exporttableau.xlsx.XlsxFile;
import dev.catavento.exporttableau.xlsx.XlsxSheet;
import dev.catavento.store.export.RowSink;
import java.io.IOException;
import java.util.List;

/** A table as a sheet: a heading that stays in sight, a filter, one row after the other. */
final class TableSheet<R> implements RowSink<R>, AutoCloseable {
    private final XlsxSheet sheet;
    private final List<SheetColumn<R>> columns;

    TableSheet(XlsxFile book, String name, int frozenColumns, List<SheetColumn<R>> columns) throws IOException {
        this.columns = columns;
        var widths = columns.stream().map(SheetColumn::width).toList();
        this.sheet = book.sheet(name, new SheetView(widths, true, frozenColumns));
        sheet.row(CellStyle.HEADING, columns.stream().map(SheetColumn::heading).toArray());
    }

    @Override
    public void accept(R row) throws IOException {
        sheet.startRow();
        for (var column : columns) {
            sheet.cell(column.style(), column.value().apply(row));
        }
        sheet.endRow();
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }
}
