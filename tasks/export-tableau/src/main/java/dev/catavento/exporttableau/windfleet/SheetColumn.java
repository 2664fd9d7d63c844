package dev.catavento.exporttableau.windfleet;

import dev.catavento.exporttableau.table.Column;
import dev.catavento.exporttableau.table.ColumnType;
import dev.catavento.exporttableau.xlsx.CellStyle;
import java.util.Map;
import java.util.function.Function;

/**
 * A column as people see it in the workbook.
 *
 * @param width in characters
 */
record SheetColumn<R>(String heading, int width, CellStyle style, Function<R, ?> value) {
    private static final int USUAL_WIDTH = 13;
    private static final Map<String, Integer> WIDTHS = Map.ofEntries(
            Map.entry("NOME_EOL", 34),
            Map.entry("plant_name", 34),
            Map.entry("PROPRIETARIO", 44),
            Map.entry("operating_power_kw", 18),
            Map.entry("not_operating_power_kw", 18),
            Map.entry("unknown_power_kw", 18),
            Map.entry("rated_power_kw", 18),
            Map.entry("turbine_count", 16),
            Map.entry("UF", 7),
            Map.entry("state_uf", 7),
            Map.entry("CEG", 23),
            Map.entry("ceg", 23),
            Map.entry("FUSO_AG", 22),
            Map.entry("turbine_id", 38),
            Map.entry("subject_id", 38),
            Map.entry("quality_flags", 36),
            Map.entry("rule", 28),
            Map.entry("field", 20),
            Map.entry("original_value", 30),
            Map.entry("result_value", 30),
            Map.entry("evidence", 60),
            Map.entry("DATA_ATUALIZACAO", 19));

    static <R> SheetColumn<R> of(Column<R> column) {
        var unit = column.unit().isEmpty() ? "" : " (" + column.unit() + ")";
        return new SheetColumn<>(
                column.title().pt() + unit,
                WIDTHS.getOrDefault(column.name(), USUAL_WIDTH),
                style(column.type(), column.unit()),
                column.value());
    }

    private static CellStyle style(ColumnType type, String unit) {
        return switch (type) {
            case TEXT, UUID, FLAG, POINT, LOCAL_TIME -> CellStyle.TEXT;
            case INTEGER -> CellStyle.WHOLE;
            case COORDINATE -> CellStyle.DEGREE;
            case INSTANT -> CellStyle.INSTANT;
            case DAY -> CellStyle.DAY;
            case NUMBER ->
                switch (unit) {
                    case "MW" -> CellStyle.MEGAWATT;
                    case "kW" -> CellStyle.KILOWATT;
                    default -> CellStyle.PLAIN;
                };
        };
    }
}
