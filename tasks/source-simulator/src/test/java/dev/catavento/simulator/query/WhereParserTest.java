package dev.catavento.simulator.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.LayerSchema;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhereParserTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1=1 | 10,20,30,40",
                "1=0 | ``",
                "OBJECTID>=20 AND OBJECTID<=30 | 20,30",
                "objectid > 20 | 30,40",
                "OBJECTID BETWEEN 15 AND 35 | 20,30",
                "OBJECTID NOT BETWEEN 15 AND 35 | 10,40",
                "OBJECTID IN (10, 40,99) | 10,40",
                "OBJECTID NOT IN (10,40) | 20,30",
                "OBJECTID <> 10 | 20,30,40",
                "OBJECTID != 10 | 20,30,40",
                "10 = OBJECTID | 10",
                "UF = 'BA' | 10,20",
                "UF IN ('RN') | 30",
                "UF = 'BA' AND POT_MW > 3 OR OBJECTID = 40 | 20,40",
                "UF = 'BA' AND (POT_MW > 3 OR OBJECTID = 40) | 20",
                "NOT UF = 'BA' | 30",
                "UF IS NULL | 40",
                "UF IS NOT NULL AND POT_MW IS NULL | 30",
                "NOME_EOL LIKE 'Vento%' | 10,20",
                "NOME_EOL = 'D''Ouro' | 30",
                "DATA_ATUALIZACAO >= TIMESTAMP '2023-01-01 00:00:00' | 20",
                "DATA_ATUALIZACAO < DATE '2023-01-01' | 10",
                "POT_MW < 1e1 AND OBJECTID >= -5 | 10,20,40",
                "OBJECTID >= 10.5 AND OBJECTID < 40 | 20,30",
            })
    void selects(String where, String expected) {
        assertThat(SmallFleet.idsOf(
                        Selection.select(SmallFleet.FLEET, LayerSchema.PLAIN, new Parameters(Map.of("where", where)))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FOO = 1",
                "OBJECTID",
                "OBJECTID >",
                "OBJECTID = 1 AND",
                "(OBJECTID = 1",
                "OBJECTID = 1)",
                "UF = 3",
                "OBJECTID = 'x'",
                "OBJECTID IN ()",
                "OBJECTID IN (1,'a')",
                "1=1; DROP TABLE",
                "OBJECTID = 1 OBJECTID = 2",
                "DATA_ATUALIZACAO > DATE 'yesterday'",
                "UF = 'BA",
                "OBJECTID BETWEEN 1 OR 2",
                "POT_MW LIKE 'a%'"
            })
    void refuses(String where) {
        assertThatThrownBy(() ->
                        Selection.select(SmallFleet.FLEET, LayerSchema.PLAIN, new Parameters(Map.of("where", where))))
                .isInstanceOf(ArcGisException.class)
                .hasMessage("Unable to perform query");
    }

    @Test
    void objectIdsAndWhereHoldTogether() {
        assertThat(SmallFleet.idsOf(Selection.select(
                        SmallFleet.FLEET,
                        LayerSchema.PLAIN,
                        new Parameters(Map.of("objectIds", "40, 20,20,77", "where", "UF='BA'")))))
                .isEqualTo("20");
    }

    @Test
    void somethingMustBeAskedFor() {
        assertThatThrownBy(() -> Selection.select(SmallFleet.FLEET, LayerSchema.PLAIN, new Parameters(Map.of())))
                .isInstanceOf(ArcGisException.class);
    }
}
