package dev.catavento.exporttableau.windfleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.exporttableau.xlsx.CellStyle;
import dev.catavento.exporttableau.xlsx.XlsxFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableSheetTest {
    private static final List<SheetColumn<Integer>> COLUMNS = List.of(
            new SheetColumn<>("Usina", 34, CellStyle.TEXT, row -> "n" + row),
            new SheetColumn<>("Potência", 13, CellStyle.MEGAWATT, row -> row % 2 == 0 ? row / 2.0 : null));

    @TempDir
    private Path folder;

    @Test
    void everyRowIsThereAndLooksAsItsColumnsDo() throws IOException {
        var xml = sheet(600);
        assertThat(xml.split("<row ", -1)).hasSize(1 + 1 + 600);
        for (int row : List.of(2, 256, 258, 600)) {
            assertThat(xml)
                    .contains("<c r=\"A%d\" s=\"2\" t=\"inlineStr\"><is><t>n%d</t></is></c>".formatted(row, row - 2))
                    .contains("<c r=\"B%d\" s=\"3\" t=\"n\"><v>%s</v></c>".formatted(row, (row - 2) / 2.0));
        }
        assertThat(xml).contains("<c r=\"B601\" s=\"3\"></c>");
    }

    @Test
    void theHeadingStaysInSightAndFilters() throws IOException {
        assertThat(sheet(3))
                .contains("<pane xSplit=\"1\" ySplit=\"1\" topLeftCell=\"B2\"", "<row r=\"1\" ht=\"32.0\"")
                .contains("width=\"34.0\"", "<autoFilter ref=\"A1:B4\">");
    }

    @Test
    void aTableWithoutRowsHasItsHeading() throws IOException {
        assertThat(sheet(0)).contains("<t>Usina</t>", "<autoFilter ref=\"A1:B1\">");
    }

    private String sheet(int rows) throws IOException {
        var xlsx = folder.resolve("book.xlsx");
        try (var book = new XlsxFile(folder.resolve("scratch"), "x")) {
            try (var sheet = new TableSheet<>(book, "Usinas", 1, COLUMNS)) {
                for (int i = 0; i < rows; i++) {
                    sheet.accept(i);
                }
            }
            book.finish(xlsx);
        }
        try (var zip = new ZipFile(xlsx.toFile())) {
            var part = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
            return new String(part.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
