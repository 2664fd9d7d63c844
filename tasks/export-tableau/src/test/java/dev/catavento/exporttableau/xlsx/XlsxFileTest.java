package dev.catavento.exporttableau.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxFileTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    private Path folder;

    @Test
    void cellsCarryTheirTypes() throws IOException {
        assertThat(parts(book("=1+1 & <b>")).get(SHEET))
                .contains("<c r=\"A1\" t=\"inlineStr\"><is><t>=1+1 &amp; &lt;b&gt;</t></is></c>")
                .contains("<c r=\"C1\" s=\"1\" t=\"n\"><v>30739</v></c>")
                .contains("<v>25569.5</v>")
                .contains("<v>46082.0</v>")
                .contains("<v>-3.100000</v>")
                .doesNotContain("r=\"B1\"");
    }

    @Test
    void everyPartIsWellFormedAndNoneKnowsAClockOrAWrongSize() throws Exception {
        var parts = parts(book("x"));
        assertThat(parts).containsKeys(SHEET, "docProps/core.xml", "[Content_Types].xml");
        for (var part : parts.values()) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)));
            assertThat(part).doesNotContain("dcterms:created>", "<dimension");
        }
        assertThat(parts.get("docProps/core.xml")).contains("<dc:title>T&#xed;tulo &amp; nome</dc:title>");
    }

    @Test
    void theSameCellsGiveTheSameBytesLater() throws Exception {
        var first = book("x");
        Thread.sleep(2_100); // a zip entry's time has a grain of two seconds
        assertThat(book("x")).isEqualTo(first);
    }

    @Test
    void otherCellsGiveOtherBytes() throws IOException {
        assertThat(book("x")).isNotEqualTo(book("y"));
    }

    @Test
    void blanksAroundATextAreKept() throws IOException {
        assertThat(parts(book(" x ")).get(SHEET)).contains("<t xml:space=\"preserve\"> x </t>");
    }

    private byte[] book(String text) throws IOException {
        var xlsx = folder.resolve("book.xlsx");
        try (var book = new XlsxFile(folder.resolve("scratch"), "Título & nome")) {
            var sheet = book.sheet("Ocorrências");
            CellValue.put(sheet, 0, 0, CellStyle.PLAIN, text);
            CellValue.put(sheet, 0, 1, CellStyle.PLAIN, null);
            CellValue.put(sheet, 0, 2, CellStyle.WHOLE, 30739L);
            CellStyle.WHOLE.applyTo(sheet.range(0, 2, 0, 2));
            CellValue.put(sheet, 0, 3, CellStyle.INSTANT, Instant.ofEpochSecond(43_200));
            CellValue.put(sheet, 0, 4, CellStyle.DAY, LocalDate.of(2026, 3, 1));
            CellValue.put(sheet, 0, 5, CellStyle.DEGREE, -3.1);
            sheet.finish();
            book.finish(xlsx);
        }
        return Files.readAllBytes(xlsx);
    }

    private static LinkedHashMap<String, String> parts(byte[] book) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
