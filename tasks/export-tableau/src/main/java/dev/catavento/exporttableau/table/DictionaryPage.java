package dev.catavento.exporttableau.table;

/** The page {@code docs/dictionary.md}: every exported column, in Portuguese and English. A test compares the file. */
public final class DictionaryPage {
    private static final String HEAD = """
            # Dicionário · Dictionary

            Colunas dos arquivos exportados; `wind_turbine.parquet` tem as colunas da visão `out.wind_turbine`. Gerado a
            partir de `tasks/export-tableau/src/main/resources/dev/catavento/exporttableau/table/*.tsv`. As visões do esquema
            `out`, também as que não são exportadas, trazem os seus textos como comentários: `\\d+ out.release` no psql.

            Columns of the exported files; `wind_turbine.parquet` has the columns of the view `out.wind_turbine`.
            Generated from the `.tsv` files named above. The views of schema `out`, those that are not exported too, have their
            texts as comments: `\\d+ out.release` in psql.

            Telemetria: `telemetry_10min.parquet` tem as mesmas colunas que o CSV; um dia traz as colunas dos sinais que tem, e um
            sinal próprio da fonte tem as de um dos conhecidos, com o seu nome e a sua unidade. · Telemetry:
            `telemetry_10min.parquet` has the columns of the CSV; a day has the columns of the signals it has, and a source's own
            signal has those of a known one, under its name and in its unit.

            CSV: UTF-8, vírgula, RFC 4180 com LF; nulo é vazio; nenhuma quebra de linha dentro de um campo; um `'` precede o
            texto que uma planilha executaria como fórmula. · CSV: UTF-8, comma, RFC 4180 with LF; null is empty; no line
            break inside a field; a `'` precedes text that a spreadsheet would run as a formula.
            """;

    private DictionaryPage() {}

    public static String render() {
        var page = new StringBuilder(HEAD);
        for (var table : Dictionary.TABLES) {
            page.append("\n## `%s`\n\n%s · %s\n\n"
                    .formatted(
                            table.file(), table.meaning().pt(), table.meaning().en()));
            page.append(
                    "| coluna · column | tipo · type | unidade · unit | significado | meaning |\n|---|---|---|---|---|\n");
            for (var column : table.columns()) {
                page.append("| `%s` | %s · %s | %s | **%s.** %s | **%s.** %s |\n"
                        .formatted(
                                column.name(),
                                column.type().words().pt(),
                                column.type().words().en(),
                                column.unit(),
                                column.title().pt(),
                                column.meaning().pt(),
                                column.title().en(),
                                column.meaning().en()));
            }
        }
        return page.toString();
    }
}
