package dev.catavento.exporttableau.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XlsxFileTest {

    @Test
    void cellsCarryTheirTypes() throws IOException {
        var xml = parts(book()).get("xl/worksheets/sheet1.xml");
        assertThat(xml)
                .contains("<c r=\"A2\" s=\"0\" t=\"inlineStr\"><is><t>=1+1 &amp; &lt;b&gt;</t></is></c>")
                .contains("<c r=\"C2\" s=\"%d\"><v>30739</v></c>".formatted(CellStyle.WHOLE.ordinal()))
                .contains("<v>25569.5</v>")
                .contains("<v>46082</v>")
                .doesNotContain("r=\"B2\"")
                .contains("<autoFilter ref=\"A1:E2\"/>");
    }

    @Test
    void everyPartIsWellFormed() throws Exception {
        for (var part : parts(book()).values()) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void theSameCellsGiveTheSameBytes() throws Exception {
        var first = book();
        Thread.sleep(2_100); // a zip entry's time has a grain of two seconds
        assertThat(book()).isEqualTo(first);
    }

    @Test
    void textIsWhatItWasInTheCell() {
        assertThat(XmlText.cell("a_x0041_b")).isEqualTo("a_x005F_x0041_b");
        assertThat(XmlText.cell("a\u0001b\uFFFF")).isEqualTo("a b ");
        assertThat(XmlText.cell("ç".repeat(40_000))).hasSize(32_767).endsWith("ç…");
    }

    @ParameterizedTest
    @CsvSource({"0, A", "25, Z", "26, AA", "51, AZ", "52, BA", "701, ZZ", "702, AAA"})
    void columnsAreNamedAsInSpreadsheets(int column, String name) {
        assertThat(CellName.column(column)).isEqualTo(name);
    }

    private static byte[] book() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new XlsxFile(bytes, "Título & nome")) {
            try (var sheet = book.sheet("Ocorrências", new SheetView(List.of(10, 10, 10, 10, 10), true, 1))) {
                sheet.row(CellStyle.HEADING, "a", "b", "c", "d", "e");
                sheet.startRow();
                sheet.cell(CellStyle.PLAIN, "=1+1 & <b>");
                sheet.cell(CellStyle.PLAIN, null);
                sheet.cell(CellStyle.WHOLE, 30739L);
                sheet.cell(CellStyle.INSTANT, Instant.ofEpochSecond(43_200));
                sheet.cell(CellStyle.DAY, LocalDate.of(2026, 3, 1));
                sheet.endRow();
            }
        }
        return bytes.toByteArray();
    }

    private static TreeMap<String, String> parts(byte[] book) throws IOException {
        var parts = new TreeMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
