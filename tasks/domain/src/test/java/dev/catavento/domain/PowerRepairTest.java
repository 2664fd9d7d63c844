package dev.catavento.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerRepairTest {
    private final ArrayList<Finding> findings = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"0.225, 225", "0.5, 500", "2.0999999, 2099.9999", "4.2, 4200", "12, 12000"})
    void realMachinesAreLeftAlone(double published, double kw) {
        assertThat(PowerRepair.of(published, findings::add)).isEqualTo(new RatedPower(kw, published));
        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "4200, 4200, POWER_IN_KW", "6750, 6750, POWER_IN_KW", "3032, 3032, POWER_IN_KW",
        "0.0042, 4200, POWER_THOUSANDTH", "0.006, 6000, POWER_THOUSANDTH", "0.0062, 6200, POWER_THOUSANDTH"
    })
    void unitsAreRepairedAndTheOriginalKept(double published, double kw, FleetRule rule) {
        assertThat(PowerRepair.of(published, findings::add)).isEqualTo(new RatedPower(kw, published));
        assertThat(findings).singleElement().extracting(Finding::rule).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({"0", "-2", "0.06", "50", "60000"})
    void whatNoUnitExplainsIsFlaggedAndLeft(double published) {
        assertThat(PowerRepair.of(published, findings::add).kw()).isEqualTo(published * 1000);
        assertThat(findings).singleElement().extracting(Finding::rule).isEqualTo(FleetRule.POWER_IMPLAUSIBLE);
    }

    @Test
    void aMissingPowerIsUnknownAndSaid() {
        assertThat(PowerRepair.of(null, findings::add)).isEqualTo(RatedPower.UNKNOWN);
        assertThat(findings).singleElement().extracting(Finding::rule).isEqualTo(FleetRule.POWER_MISSING);
    }
}
