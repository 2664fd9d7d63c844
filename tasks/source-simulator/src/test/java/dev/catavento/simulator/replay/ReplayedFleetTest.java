package dev.catavento.simulator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.simulator.SharedData;
import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.SourceRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayedFleetTest {

    private static final String CSV = """
            OBJECTID,POT_MW,ALT_TOTAL,ALT_TORRE,DIAM_ROTOR,DATA_ATUALIZACAO,EOL_VERSAO_ID,NOME_EOL,DEN_AEG,OPERACAO,PROPRIETARIO,UF,LATITUDE,LONGITUDE
            7,4.2,195.0,120.0,150.0,2024-03-11 15:21:31,0,Vento Manso,True,False,"Eólica
            Manso, Ltda.",BA,-11.5,-41.25
            3,2.0,126.5,,97.0,2022-10-24 15:37:27,30001,"Vento ""Bom""\",VB-02,True,,RN,-5.5,-36.25
            9,2.0,126.5,78.0,97.0,2022-10-24 15:37:27,30001,Vento Bom,VB-03,,,RN,-5.6,-36.25
            """;

    @TempDir
    Path folder;

    @Test
    void columnsBecomeFieldsAgain() throws IOException {
        Files.writeString(folder.resolve("fleet_2025-09.csv"), CSV);
        Fleet fleet = new ReplayedFleet(folder).today();
        assertThat(fleet.objectIds()).containsExactly(3, 7, 9);
        SourceRow first = fleet.rows()[0];
        SourceRow second = fleet.rows()[1];
        assertThat(first.text(LayerField.OPERACAO)).isEqualTo("Sim");
        assertThat(second.text(LayerField.OPERACAO)).isEqualTo("Não");
        assertThat(fleet.rows()[2].text(LayerField.OPERACAO)).isNull();
        assertThat(second.plantId()).isZero();
        assertThat(second.text(LayerField.PROPRIETARIO)).isEqualTo("Eólica\nManso, Ltda.");
        assertThat(first.text(LayerField.NOME_EOL)).isEqualTo("Vento \"Bom\"");
        assertThat(first.get(LayerField.ALT_TORRE)).isNull();
        assertThat(first.get(LayerField.CEG)).isNull();
        assertThat(first.get(LayerField.DATA_ATUALIZACAO))
                .isEqualTo(Instant.parse("2022-10-24T15:37:27Z").toEpochMilli());
        assertThat(first.position().latitude()).isEqualTo(-5.5);
    }

    @Test
    void theNewestWholeFleetIsTaken() throws IOException {
        Files.writeString(folder.resolve("fleet_2025-09.csv"), CSV);
        Files.writeString(folder.resolve("fleet_2024-11.csv"), CSV);
        Files.writeString(folder.resolve("notes_2026-01.csv"), "a,b\n1,2\n");
        assertThat(new ReplayedFleet(folder).identity())
                .matches("replay of fleet_2025-09\\.csv \\(sha256 [0-9a-f]{12}\\)");
    }

    @Test
    void rawPagesWhereThereIsNoCsv() throws IOException {
        Files.writeString(folder.resolve("page1.esri.json"), """
                {"features":[{"attributes":{"OBJECTID":5,"NOME_EOL":"Vento Bom","EOL_VERSAO_ID":12,"DATA_ATUALIZACAO":1666625847000},
                "geometry":{"x":-36.5,"y":-5.25}},{"attributes":{"OBJECTID":4,"NOME_EOL":null}}]}""");
        Fleet fleet = new ReplayedFleet(folder).today();
        assertThat(fleet.objectIds()).containsExactly(4, 5);
        assertThat(fleet.position(0)).isNull();
        assertThat(fleet.rows()[1].plantId()).isEqualTo(12);
    }

    @Test
    void anEmptyFolderIsRefusedAtOnce() {
        assertThatThrownBy(() -> new ReplayedFleet(folder))
                .isInstanceOf(NoRecordingException.class)
                .hasMessageContaining("no recorded fleet");
    }

    @Test
    void aRecordingHasNoArchive() throws IOException {
        Files.writeString(folder.resolve("fleet.csv"), CSV);
        assertThatThrownBy(() -> new ReplayedFleet(folder).on(LocalDate.of(2026, 1, 1)))
                .isInstanceOf(ArcGisException.class);
    }

    @Test
    void theRecordedFleet() {
        Fleet fleet = new ReplayedFleet(SharedData.folder("sigel")).today();
        assertThat(fleet.size()).isEqualTo(23_500);
        assertThat(Arrays.stream(fleet.rows()).filter(row -> "Sim".equals(row.text(LayerField.OPERACAO))))
                .hasSize(10_430);
        assertThat(Arrays.stream(fleet.rows()).filter(row -> row.text(LayerField.OPERACAO) == null))
                .hasSize(202);
        assertThat(Arrays.stream(fleet.rows()).filter(row -> Integer.valueOf(0).equals(row.plantId())))
                .hasSize(9);
        assertThat(Arrays.stream(fleet.rows())
                        .map(row -> row.text(LayerField.NOME_EOL))
                        .filter(name -> name.endsWith("\r")))
                .hasSize(29);
    }
}
