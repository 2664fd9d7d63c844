package dev.catavento.domain;

import static dev.catavento.domain.TestTurbines.PLACE;
import static dev.catavento.domain.TestTurbines.turbine;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PowerByStatusTest {
    @Test
    void totalsAreExactAndByStatus() {
        var power = new PowerByStatus();
        for (int i = 0; i < 10; i++) {
            power.add(with(2099.9999, true));
        }
        power.add(with(4200, false));
        power.add(with(600, null));
        assertThat(power.figures())
                .containsAllEntriesOf(Map.of(
                        "operating_turbines",
                        10L,
                        "operating_mw",
                        21.0,
                        "not_operating_turbines",
                        1L,
                        "not_operating_mw",
                        4.2,
                        "unknown_turbines",
                        1L,
                        "unknown_mw",
                        0.6));
    }

    private static WindTurbine with(double kw, Boolean operating) {
        var t = turbine(1, "A", PLACE);
        return new WindTurbine(
                t.plant(),
                t.designation(),
                t.position(),
                new RatedPower(kw, kw / 1000),
                t.dimensions(),
                operating,
                t.ownerName(),
                t.stateUf(),
                t.utm(),
                t.source());
    }
}
