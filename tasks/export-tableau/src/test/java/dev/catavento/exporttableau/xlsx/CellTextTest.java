package dev.catavento.exporttableau.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellTextTest {

    @Test
    void whatLooksEscapedIsShownAsItIs() {
        assertThat(CellText.of("a_x0041_b")).isEqualTo("a_x005F_x0041_b");
        assertThat(CellText.of("a_xb")).isEqualTo("a_xb");
    }

    @Test
    void itIsOneLine() {
        assertThat(CellText.of("a\u0001b\r\nc")).isEqualTo("a b c");
    }

    @Test
    void aTextLongerThanACellEndsInAnEllipsis() {
        assertThat(CellText.of("ç".repeat(32_767))).endsWith("çç");
        assertThat(CellText.of("ç".repeat(40_000))).hasSize(32_767).endsWith("ç…");
    }
}
