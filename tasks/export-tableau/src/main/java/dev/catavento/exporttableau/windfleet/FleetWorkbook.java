package dev.catavento.exporttableau.windfleet;

import dev.catavento.domain.FleetRule;
import dev.catavento.exporttableau.folder.Draft;
import dev.catavento.exporttableau.table.IssueTable;
import dev.catavento.exporttableau.table.PlantTable;
import dev.catavento.exporttableau.table.TurbineTable;
import dev.catavento.exporttableau.xlsx.CellStyle;
import dev.catavento.exporttableau.xlsx.XlsxFile;
import dev.catavento.store.export.PublishedIssue;
import dev.catavento.store.export.PublishedPlant;
import dev.catavento.store.export.PublishedTurbine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code catavento.xlsx}: the fleet for people, in Portuguese. Sheets are written in the order they are asked for. */
final class FleetWorkbook implements AutoCloseable {
    static final String FILE = "catavento.xlsx";

    /** Who it is comes first for a reader; the CSV keeps the layer's order for programs. */
    private static final List<String> TURBINE_ORDER =
            words("NOME_EOL DEN_AEG UF OPERACAO POT_MW ALT_TORRE DIAM_ROTOR ALT_TOTAL latitude longitude"
                    + " PROPRIETARIO quality_flags pot_mw_original CEG EOL_VERSAO_ID DATA_ATUALIZACAO X Y"
                    + " DATUM_EMP FUSO_AG VERSAO ORIGEM turbine_id OBJECTID");

    private static final List<String> PLANT_ORDER =
            words("plant_name state_uf operating_power_kw operating_turbine_count not_operating_power_kw"
                    + " not_operating_turbine_count unknown_power_kw unknown_turbine_count rated_power_kw"
                    + " turbine_count latitude longitude plant_id_sigel ceg");

    private static final List<String> ISSUE_ORDER =
            words("plant_name designation field original_value result_value evidence first_seen_day"
                    + " last_seen_day resolved_day rule subject_id plant_id_sigel");

    private static final Map<String, String> SEVERITIES =
            Map.of("error", "erro", "warning", "aviso", "info", "informação");

    private static final Map<String, String> RULES =
            Arrays.stream(FleetRule.values()).collect(Collectors.toMap(FleetRule::word, FleetRule::meaningPt));

    private final XlsxFile book;

    /** @param scratch where a file may lie while the workbook is made */
    FleetWorkbook(Draft scratch, FleetSummary summary) throws IOException {
        this.book = new XlsxFile(scratch.path(FILE), summary.title().pt());
        SummarySheet.write(book, summary);
    }

    TableSheet<PublishedTurbine> turbines() {
        var columns = TurbineTable.TABLE.columns(TURBINE_ORDER);
        return new TableSheet<>(
                book, "Aerogeradores", 2, columns.stream().map(SheetColumn::of).toList());
    }

    TableSheet<PublishedPlant> plants() {
        var columns = PlantTable.TABLE.columns(PLANT_ORDER);
        return new TableSheet<>(
                book, "Usinas", 1, columns.stream().map(SheetColumn::of).toList());
    }

    TableSheet<PublishedIssue> issues() {
        var columns = new ArrayList<SheetColumn<PublishedIssue>>();
        columns.add(new SheetColumn<>(
                "Gravidade", 12, CellStyle.TEXT, issue -> SEVERITIES.getOrDefault(issue.severity(), issue.severity())));
        columns.add(new SheetColumn<>(
                "Ocorrência", 56, CellStyle.TEXT, issue -> RULES.getOrDefault(issue.rule(), issue.rule())));
        IssueTable.TABLE.columns(ISSUE_ORDER).stream().map(SheetColumn::of).forEach(columns::add);
        return new TableSheet<>(book, "Ocorrências", 0, columns);
    }

    /** Adds the dictionary and puts the workbook in its place. */
    void finish(Draft draft) throws IOException {
        DictionarySheet.write(book);
        book.finish(draft.path(FILE));
    }

    @Override
    public void close() throws IOException {
        book.close();
    }

    private static List<String> words(String list) {
        return List.of(list.split(" "));
    }
}
