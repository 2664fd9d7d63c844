package dev.catavento.domain.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShrinkGateTest {

    @Test
    void aDayThatIsNotPublishedYetMayBeOfAnySize() {
        assertThat(ShrinkGate.refuse(0, 0)).isEmpty();
    }

    @Test
    void aTwentiethMayBeLostAndNotOneSampleMore() {
        assertThat(ShrinkGate.refuse(1000, 50)).isEmpty();
        assertThat(ShrinkGate.refuse(1000, 51))
                .contains("the day would lose 51 of the 1,000 samples it rests on (5.1 %); the limit is 5 %");
    }

    @Test
    void aDayThatVanishesIsRefused() {
        assertThat(ShrinkGate.refuse(1, 1)).isPresent();
    }
}
