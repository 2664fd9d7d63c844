package dev.catavento.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class TextRepairTest {
    private final ArrayList<Finding> findings = new ArrayList<>();

    @Test
    void cleanTextPassesUntouched() {
        assertThat(TextRepair.of("F", "Fazenda São Pedro \"A\" S.A.", findings::add))
                .isEqualTo("Fazenda São Pedro \"A\" S.A.");
        assertThat(findings).isEmpty();
    }

    @Test
    void lineBreaksAndStrayBlanksGoAndTheOriginalIsKept() {
        assertThat(TextRepair.of("F", " Fazenda de\r\nEnergia  S.A.\u00a0\r", findings::add))
                .isEqualTo("Fazenda de Energia S.A.");
        assertThat(findings)
                .singleElement()
                .isEqualTo(new Finding(
                        FleetRule.TEXT_CLEANED,
                        "F",
                        " Fazenda de\\r\\nEnergia  S.A.·\\r",
                        "Fazenda de Energia S.A.",
                        "line breaks or stray blanks"));
    }

    @Test
    void blankIsUnknown() {
        assertThat(TextRepair.of("F", " \r\n", findings::add)).isNull();
        assertThat(TextRepair.of("F", "", findings::add)).isNull();
        assertThat(TextRepair.of("F", null, findings::add)).isNull();
        assertThat(findings).hasSize(1);
    }
}
