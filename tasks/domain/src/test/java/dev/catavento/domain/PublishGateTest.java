package dev.catavento.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublishGateTest {
    @ParameterizedTest
    @CsvSource({"1000, 10, 990, 0", "1000, 0, 950, 1000", "1200, 0, 1200, 1000", "1000, 0, 1000, 1000"})
    void atTheLimitsItPublishes(long rows, long quarantined, long turbines, long last) {
        assertThat(PublishGate.refuse(rows, quarantined, turbines, last)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1000, 11, 989, 0", "1000, 0, 949, 1000", "1201, 0, 1201, 1000", "0, 0, 0, 0"})
    void beyondThemItRefuses(long rows, long quarantined, long turbines, long last) {
        assertThat(PublishGate.refuse(rows, quarantined, turbines, last)).isPresent();
    }

    @Test
    void theReasonHasTheFigures() {
        assertThat(PublishGate.refuse(1000, 0, 900, 1000))
                .contains(
                        "the fleet has 900 turbines, the last one had 1,000 (-10.0 %); the limits are -5 % and +20 %");
    }
}
