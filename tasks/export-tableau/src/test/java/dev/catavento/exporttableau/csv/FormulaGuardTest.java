package dev.catavento.exporttableau.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+A1",
                "-A1",
                "@SUM(A1)",
                "=HYPERLINK(\"http://x\")",
                " =1",
                "\u00A0=1",
                "-1+2",
                "+1*2",
                "＝1+1",
                "--1",
                "=",
                "-cmd|' /C calc'!A0"
            })
    void whatASpreadsheetWouldRunIsGuarded(String text) {
        assertThat(FormulaGuard.guard(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AEG-01", "'=1", "a=1", "-12", "+4,5", "-1.5e3", "-", "12", "São"})
    void otherTextStaysAsItIs(String text) {
        assertThat(FormulaGuard.guard(text)).isSameAs(text);
    }
}
