package dev.catavento.extractsigel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What makes two rows the same, however they are written. */
class RowDigestTest {
    private static final Map<String, Object> ROW = row();

    @Test
    void numberAndOrderOfARowPlayNoPart() {
        var reversed = new LinkedHashMap<String, Object>();
        ROW.keySet().stream().sorted().forEach(name -> reversed.put(name, ROW.get(name)));
        reversed.put("OBJECTID", 99L);
        assertThat(print(reversed)).isEqualTo(print(ROW));
    }

    @Test
    void missingIsNullAndNullIsNotEmpty() {
        var missing = new HashMap<>(ROW);
        missing.remove("ORIGEM");
        assertThat(print(missing)).isEqualTo(print(ROW));
        assertThat(print(with("ORIGEM", ""))).isNotEqualTo(print(ROW));
    }

    @Test
    void aNumberIsItsValue() {
        assertThat(print(with("POT_MW", 2L))).isEqualTo(print(with("POT_MW", 2.0)));
        assertThat(print(with("POT_MW", new BigDecimal("2.00")))).isEqualTo(print(with("POT_MW", 2L)));
        assertThat(print(with("POT_MW", 0.0))).isEqualTo(print(with("POT_MW", -0.0)));
        assertThat(print(with("POT_MW", 2.1))).isNotEqualTo(print(with("POT_MW", 2L)));
        assertThat(print(with("POT_MW", "2"))).isNotEqualTo(print(with("POT_MW", 2L)));
    }

    @Test
    void aValueDoesNotRunIntoItsNeighbour() {
        var left = with("NOME_EOL", "ab");
        left.put("DEN_AEG", "c");
        var right = with("NOME_EOL", "a");
        right.put("DEN_AEG", "bc");
        assertThat(print(left)).isNotEqualTo(print(right));
    }

    @Test
    void aFurtherFieldCountsOnceItHoldsSomething() {
        assertThat(print(with("NOVO", null))).isEqualTo(print(ROW));
        assertThat(print(with("NOVO", "x"))).isNotEqualTo(print(ROW));
        assertThat(print(with("NOVO", "x"))).isNotEqualTo(print(with("OUTRO", "x")));
    }

    @Test
    void eachFieldOfTheContractCounts() {
        for (var field : SigelContract.FIELDS.keySet()) {
            assertThat(print(with(field, "changed"))).as(field).isNotEqualTo(print(ROW));
        }
    }

    private static RowPrint print(Map<String, Object> attributes) {
        return new RowDigest("OBJECTID").print(attributes, 0, 0);
    }

    private static Map<String, Object> with(String field, Object value) {
        var changed = new HashMap<>(ROW);
        changed.put(field, value);
        return changed;
    }

    private static Map<String, Object> row() {
        var row = new LinkedHashMap<String, Object>();
        SigelContract.FIELDS.keySet().forEach(name -> row.put(name, name.length()));
        row.put("ORIGEM", null);
        row.put("OBJECTID", 1L);
        return row;
    }
}
