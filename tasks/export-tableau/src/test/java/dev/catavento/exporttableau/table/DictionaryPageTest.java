package dev.catavento.exporttableau.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.testsupport.ProjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** {@code -Dcatavento.write-docs=true} writes the page, a plain run fails where it differs. */
class DictionaryPageTest {

    @Test
    void thePageIsWhatTheDictionarySays() throws IOException {
        var page = ProjectFiles.root().resolve("docs/dictionary.md");
        if (Boolean.getBoolean("catavento.write-docs")) {
            Files.writeString(page, DictionaryPage.render());
        }
        assertThat(page).hasContent(DictionaryPage.render());
    }

    @Test
    void everyColumnIsExplainedInBothLanguages() {
        for (var table : Dictionary.TABLES) {
            assertThat(table.columns())
                    .allSatisfy(column -> assertThat(java.util.List.of(
                                    column.title().pt(),
                                    column.title().en(),
                                    column.meaning().pt(),
                                    column.meaning().en()))
                            .as(table.file() + " " + column.name())
                            .noneMatch(String::isBlank));
        }
    }

    @Test
    void turbinesHaveSigelsFieldsInTheLayersOrderAfterThePosition() {
        assertThat(TurbineTable.TABLE.columns())
                .extracting(Column::name)
                .containsExactly(
                        ("latitude longitude POT_MW ALT_TOTAL ALT_TORRE DIAM_ROTOR DATA_ATUALIZACAO EOL_VERSAO_ID"
                                        + " NOME_EOL DEN_AEG X Y VERSAO DATUM_EMP OPERACAO FUSO_AG PROPRIETARIO ORIGEM"
                                        + " OBJECTID UF CEG turbine_id pot_mw_original quality_flags")
                                .split(" "));
    }
}
