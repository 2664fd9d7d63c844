package dev.catavento.exporttableau.csv;

import dev.catavento.exporttableau.table.Column;
import dev.catavento.exporttableau.table.ColumnType;
import dev.catavento.exporttableau.text.OneLineText;
import dev.catavento.exporttableau.text.PlainNumber;
import dev.catavento.exporttableau.text.Utf8Output;
import dev.catavento.store.export.RowSink;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A table as CSV: RFC 4180 with LF, UTF-8 without BOM, a header, null empty, no line break inside a field. */
public final class CsvFile<R> implements RowSink<R>, AutoCloseable {
    private final Utf8Output out;
    private final List<Column<R>> columns;
    private long rows;

    public CsvFile(OutputStream out, List<Column<R>> columns) throws IOException {
        this.out = new Utf8Output(out);
        this.columns = columns;
        for (int i = 0; i < columns.size(); i++) {
            separate(i);
            quoted(columns.get(i).name());
        }
        this.out.write('\n');
    }

    @Override
    public void accept(R row) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            separate(i);
            var column = columns.get(i);
            var value = column.in(row);
            if (value != null) {
                write(column.type(), value);
            }
        }
        out.write('\n');
        rows++;
    }

    /** Rows written, without the header. */
    public long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private void separate(int column) throws IOException {
        if (column > 0) {
            out.write(',');
        }
    }

    private void write(ColumnType type, Object value) throws IOException {
        switch (value) {
            case Double number when type == ColumnType.COORDINATE -> out.write(PlainNumber.coordinate(number));
            case Double number -> out.write(PlainNumber.shortest(number));
            case Boolean flag -> out.write(flag ? "Sim" : "Não");
            case String text -> quoted(FormulaGuard.guard(OneLineText.of(text)));
            default -> out.write(value.toString());
        }
    }

    private void quoted(String text) throws IOException {
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0) {
            out.write(text);
        } else {
            out.write('"');
            out.write(text.replace("\"", "\"\""));
            out.write('"');
        }
    }
}
