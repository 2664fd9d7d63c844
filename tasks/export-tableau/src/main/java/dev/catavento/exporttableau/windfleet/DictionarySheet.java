package dev.catavento.exporttableau.windfleet;

import dev.catavento.domain.FleetRule;
import dev.catavento.exporttableau.table.Column;
import dev.catavento.exporttableau.table.Dictionary;
import dev.catavento.exporttableau.xlsx.CellStyle;
import dev.catavento.exporttableau.xlsx.XlsxFile;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** The workbook's dictionary: every column of every file, and every rule, in Portuguese and English. */
final class DictionarySheet {
    private static final List<SheetColumn<Line>> COLUMNS = List.of(
            column("Arquivo", 24, Line::file),
            column("Coluna ou regra", 28, Line::name),
            column("Título na planilha", 26, Line::title),
            column("Unidade", 10, Line::unit),
            column("Tipo", 18, Line::type),
            column("Significado", 115, Line::meaning),
            column("Meaning", 115, Line::meaningEn),
            column("Title", 26, Line::titleEn));

    private DictionarySheet() {}

    private record Line(
            String file,
            String name,
            String title,
            String unit,
            String type,
            String meaning,
            String meaningEn,
            String titleEn) {

        static Line of(String file, Column<?> column) {
            return new Line(
                    file,
                    column.name(),
                    column.title().pt(),
                    column.unit(),
                    column.type().words().pt(),
                    column.meaning().pt(),
                    column.meaning().en(),
                    column.title().en());
        }

        static Line of(FleetRule rule) {
            return new Line("regra", rule.word(), null, null, null, rule.meaningPt(), rule.meaning(), null);
        }
    }

    static void write(XlsxFile book) throws IOException {
        try (var sheet = new TableSheet<>(book, "Dicionário", 2, COLUMNS)) {
            for (var table : Dictionary.TABLES) {
                for (var column : table.columns()) {
                    sheet.accept(Line.of(table.file(), column));
                }
            }
            for (var rule : FleetRule.values()) {
                sheet.accept(Line.of(rule));
            }
        }
    }

    private static SheetColumn<Line> column(String heading, int width, Function<Line, String> value) {
        return new SheetColumn<>(heading, width, CellStyle.TEXT, value);
    }
}
