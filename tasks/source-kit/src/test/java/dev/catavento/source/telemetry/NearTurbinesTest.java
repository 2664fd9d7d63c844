package dev.catavento.source.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which turbine a name may mean. */
class NearTurbinesTest {
    private static final NearTurbines FLEET =
            new NearTurbines(List.of("AEG 01", "AEG 01", "AEG 02", "AEG 11", "AGE-1", "A-01", "B-01", "Ventos 7 - 03"));

    @Test
    void formDoesNotMatterNumbersDo() {
        assertThat(FLEET.suggest("aeg-001")).containsExactly("AEG 01");
        assertThat(FLEET.suggest("a1")).containsExactly("A-01");
        assertThat(FLEET.suggest("VENTOS_7_3")).containsExactly("Ventos 7 - 03");
        assertThat(FLEET.suggest("AEG 03")).isEmpty();
    }

    @Test
    void aThirdOfTheLettersMayDiffer() {
        assertThat(FLEET.suggest("AEGX 01")).containsExactly("AEG 01");
        assertThat(FLEET.suggest("Vento 7-03")).containsExactly("Ventos 7 - 03");
        assertThat(FLEET.suggest("C-01")).isEmpty();
        assertThat(FLEET.suggest("")).isEmpty();
    }
}
