package dev.catavento.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody may have meant. */
class NearNamesTest {
    @Test
    void distanceCountsLettersToChange() {
        assertThat(NearNames.distance("", "abc")).isEqualTo(3);
        assertThat(NearNames.distance("cadence", "cadence")).isZero();
        assertThat(NearNames.distance("cadance", "cadence")).isEqualTo(1);
        assertThat(NearNames.distance("stamp", "stamps")).isEqualTo(1);
        assertThat(NearNames.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Test
    void theNearestIsTheFirstInTheAlphabetOfSeveral() {
        assertThat(NearNames.nearest("b", List.of("c", "a"))).contains("a");
        assertThat(NearNames.nearest("x", List.of())).isEmpty();
    }

    @Test
    void caseMattersLessThanLetters() {
        assertThat(NearNames.nearest("KW", List.of("MW", "W", "kW"))).contains("kW");
        assertThat(NearNames.nearest("kw", List.of("KW", "kW"))).contains("kW");
        assertThat(NearNames.near("START", List.of("start", "end"))).contains("start");
    }

    @Test
    void whatWouldHaveToChangeByMoreThanHalfIsNotNear() {
        assertThat(NearNames.near("wind_sped", List.of("wind_speed", "power"))).contains("wind_speed");
        assertThat(NearNames.near("nmae", List.of("name", "kind"))).contains("name");
        assertThat(NearNames.near("colour", List.of("wind_speed", "power"))).isEmpty();
        assertThat(NearNames.near("b", List.of("a"))).contains("a");
    }
}
