package dev.catavento.exporttableau.xlsx;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook written sheet by sheet with fastexcel, first into a scratch file: what the library puts there of its own,
 * {@link SteadyZip} takes out.
 */
public final class XlsxFile implements AutoCloseable {
    private static final int SMALL_ENOUGH_FOR_SCRATCH = 1;
    private static final int BUFFER = 1 << 16;

    private final Path scratch;
    private final OutputStream out;
    private final Workbook book;

    /** @param scratch a file whose content does not matter */
    public XlsxFile(Path scratch, String title) throws IOException {
        this.scratch = scratch;
        this.out = new BufferedOutputStream(Files.newOutputStream(scratch), BUFFER);
        this.book = new Workbook(out, "Catavento", null);
        book.setCompressionLevel(SMALL_ENOUGH_FOR_SCRATCH);
        book.properties().setTitle(title);
    }

    /** Begins a sheet; it must be finished before the next is begun. */
    public Worksheet sheet(String name) {
        var sheet = book.newWorksheet(name);
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        return sheet;
    }

    /** Completes the workbook and puts it in its place. */
    public void finish(Path xlsx) throws IOException {
        book.finish();
        out.close();
        SteadyZip.copy(scratch, xlsx);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
