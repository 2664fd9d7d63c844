package dev.catavento.exporttableau.windfleet;

import dev.catavento.exporttableau.datapackage.Licence;
import dev.catavento.exporttableau.datapackage.Source;
import dev.catavento.exporttableau.table.Megawatt;
import dev.catavento.exporttableau.xlsx.CellStyle;
import dev.catavento.exporttableau.xlsx.CellValue;
import dev.catavento.exporttableau.xlsx.XlsxFile;
import dev.catavento.store.export.FleetPower;
import java.io.IOException;
import org.dhatim.fastexcel.Worksheet;

/** The first thing a reader of the workbook sees: what it is, of which day, and the power that operates. */
final class SummarySheet {
    private static final int[] WIDTHS = {34, 18, 18};

    private final Worksheet sheet;
    private int row;

    private SummarySheet(Worksheet sheet) {
        this.sheet = sheet;
        sheet.hideGridLines();
        for (int i = 0; i < WIDTHS.length; i++) {
            sheet.width(i, WIDTHS[i]);
        }
    }

    static void write(XlsxFile book, FleetSummary summary) throws IOException {
        var page = new SummarySheet(book.sheet("Resumo"));
        page.write(summary);
        page.sheet.finish();
    }

    private void write(FleetSummary summary) {
        line(CellStyle.TITLE, summary.title().pt());
        if (summary.demo()) {
            line(CellStyle.WARNING, summary.warning().pt());
        }
        row++;
        fact("Dia dos dados", CellStyle.DAY, summary.day());
        var operating = Megawatt.ofTotal(summary.power().operating().ratedPowerKw());
        fact("Potência em operação (MW)", CellStyle.STRONG_MEGAWATT, operating);
        row++;
        line(CellStyle.HEADING, "Situação", "Aerogeradores", "Potência (MW)");
        share("Em operação", summary.power().operating());
        share("Fora de operação", summary.power().notOperating());
        share("Sem informação", summary.power().unknown());
        line(
                CellStyle.PLAIN,
                "Mais da metade da frota registrada não opera: a soma das três não é a potência do país.");
        row++;
        var source = summary.demo() ? Source.DEMO : Source.SIGEL;
        fact("Fonte", CellStyle.PLAIN, source.title().pt());
        var licence = summary.demo() ? Licence.DEMO : Licence.ANEEL;
        fact("Licença", CellStyle.PLAIN, licence.title().pt());
        fact("Versão das regras", CellStyle.PLAIN, summary.rulesVersion());
        fact("Colunas e regras", CellStyle.PLAIN, "explicadas na planilha Dicionário");
    }

    private void line(CellStyle style, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            cell(i, style, texts[i]);
        }
        row++;
    }

    private void fact(String label, CellStyle style, Object value) {
        cell(0, CellStyle.STRONG, label);
        cell(1, style, value);
        row++;
    }

    private void share(String label, FleetPower.Share share) {
        cell(0, CellStyle.PLAIN, label);
        cell(1, CellStyle.COUNT, share.turbineCount());
        cell(2, CellStyle.MEGAWATT, Megawatt.ofTotal(share.ratedPowerKw()));
        row++;
    }

    private void cell(int column, CellStyle style, Object value) {
        CellValue.put(sheet, row, column, style, value);
        style.applyTo(sheet.range(row, column, row, column));
    }
}
