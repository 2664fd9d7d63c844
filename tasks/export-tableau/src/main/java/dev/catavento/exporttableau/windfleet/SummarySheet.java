package dev.catavento.exporttableau.windfleet;

import dev.catavento.exporttableau.datapackage.Licence;
import dev.catavento.exporttableau.datapackage.Source;
import dev.catavento.exporttableau.table.Megawatt;
import dev.catavento.exporttableau.xlsx.CellStyle;
import dev.catavento.exporttableau.xlsx.SheetView;
import dev.catavento.exporttableau.xlsx.XlsxFile;
import dev.catavento.exporttableau.xlsx.XlsxSheet;
import dev.catavento.store.export.FleetPower;
import java.io.IOException;

/** The first thing a reader of the workbook sees: what it is, of which day, and the power that operates. */
final class SummarySheet {
    private SummarySheet() {}

    static void write(XlsxFile book, FleetSummary summary) throws IOException {
        try (var sheet = book.sheet("Resumo", SheetView.page(34, 18, 18))) {
            sheet.row(CellStyle.TITLE, summary.title().pt());
            if (summary.demo()) {
                sheet.row(CellStyle.WARNING, summary.warning().pt());
            }
            sheet.row(CellStyle.PLAIN);
            line(sheet, "Dia dos dados", CellStyle.DAY, summary.day());
            line(
                    sheet,
                    "Potência em operação (MW)",
                    CellStyle.STRONG_MEGAWATT,
                    Megawatt.ofTotal(summary.power().operating().ratedPowerKw()));
            sheet.row(CellStyle.PLAIN);
            sheet.row(CellStyle.HEADING, "Situação", "Aerogeradores", "Potência (MW)");
            share(sheet, "Em operação", summary.power().operating());
            share(sheet, "Fora de operação", summary.power().notOperating());
            share(sheet, "Sem informação", summary.power().unknown());
            sheet.row(
                    CellStyle.PLAIN,
                    "Mais da metade da frota registrada não opera: a soma das três não é a potência do país.");
            sheet.row(CellStyle.PLAIN);
            line(
                    sheet,
                    "Fonte",
                    CellStyle.PLAIN,
                    (summary.demo() ? Source.DEMO : Source.SIGEL).title().pt());
            line(
                    sheet,
                    "Licença",
                    CellStyle.PLAIN,
                    (summary.demo() ? Licence.DEMO : Licence.ANEEL).title().pt());
            line(sheet, "Versão das regras", CellStyle.PLAIN, summary.rulesVersion());
            line(sheet, "Colunas e regras", CellStyle.PLAIN, "explicadas na planilha Dicionário");
        }
    }

    private static void line(XlsxSheet sheet, String label, CellStyle style, Object value) throws IOException {
        sheet.startRow();
        sheet.cell(CellStyle.STRONG, label);
        sheet.cell(style, value);
        sheet.endRow();
    }

    private static void share(XlsxSheet sheet, String label, FleetPower.Share share) throws IOException {
        sheet.startRow();
        sheet.cell(CellStyle.PLAIN, label);
        sheet.cell(CellStyle.COUNT, share.turbineCount());
        sheet.cell(CellStyle.MEGAWATT, Megawatt.ofTotal(share.ratedPowerKw()));
        sheet.endRow();
    }
}
