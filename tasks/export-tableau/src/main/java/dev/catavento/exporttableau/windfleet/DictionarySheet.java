package dev.catavento.exporttableau.windfleet;

import dev.catavento.domain.FleetRule;
import dev.catavento.exporttableau.table.Dictionary;
import dev.catavento.exporttableau.xlsx.CellStyle;
import dev.catavento.exporttableau.xlsx.SheetView;
import dev.catavento.exporttableau.xlsx.XlsxFile;
import java.io.IOException;
import java.util.List;

/** The workbook's dictionary: every column of every file, and every rule, in Portuguese and English. */
final class DictionarySheet {
    private static final SheetView VIEW = new SheetView(List.of(24, 28, 26, 10, 18, 115, 115, 26), true, 2);

    private DictionarySheet() {}

    static void write(XlsxFile book) throws IOException {
        try (var sheet = book.sheet("Dicionário", VIEW)) {
            sheet.row(
                    CellStyle.HEADING,
                    "Arquivo",
                    "Coluna ou regra",
                    "Título na planilha",
                    "Unidade",
                    "Tipo",
                    "Significado",
                    "Meaning",
                    "Title");
            for (var table : Dictionary.TABLES) {
                for (var column : table.columns()) {
                    sheet.row(
                            CellStyle.TEXT,
                            table.file(),
                            column.name(),
                            column.title().pt(),
                            column.unit(),
                            column.type().words().pt(),
                            column.meaning().pt(),
                            column.meaning().en(),
                            column.title().en());
                }
            }
            for (var rule : FleetRule.values()) {
                sheet.row(CellStyle.TEXT, "regra", rule.word(), null, null, null, rule.meaningPt(), rule.meaning());
            }
        }
    }
}
