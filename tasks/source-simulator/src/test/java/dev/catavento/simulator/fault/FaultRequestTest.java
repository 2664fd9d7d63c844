package dev.catavento.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.simulator.query.RequestKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultRequestTest {

    @Test
    void whatIsNotSaidHasADefault() {
        Fault fault = FaultRequest.parse(Map.of("kind", "pages-over"));
        assertThat(fault.match()).isEqualTo(FaultMatch.ANY);
        assertThat(fault.remaining()).isEqualTo(-1);
        assertThat(fault.number("rows")).isEqualTo(500);
    }

    @Test
    void refusalsNameWhatIsValid() {
        assertThatThrownBy(() -> FaultRequest.parse(Map.of("kind", "slowly")))
                .hasMessageContaining("error-in-200")
                .hasMessageContaining("slow");
        assertThatThrownBy(() -> FaultRequest.parse(Map.of("kind", "slow", "minutes", 3)))
                .hasMessageContaining("minutes")
                .hasMessageContaining("seconds");
        assertThatThrownBy(() -> FaultRequest.parse(Map.of("kind", "slow", "match", "pages")))
                .hasMessageContaining("metadata");
        assertThatThrownBy(() -> FaultRequest.parse(Map.of("kind", "slow", "seconds", "many")))
                .hasMessageContaining("whole number");
        assertThatThrownBy(() -> FaultRequest.parse(Map.of("kind", "slow", "count", 0)))
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> FaultRequest.parse(Map.of("kind", "never-ending", "mode", "loud")))
                .hasMessageContaining("dribble");
        assertThatThrownBy(() -> FaultRequest.parse(Map.of())).hasMessageContaining("kind");
    }

    @Test
    void aFaultWaitsAndRunsOut() {
        Fault fault = FaultRequest.parse(Map.of("kind", "http-500", "count", 1, "after_requests", 1, "match", "page"));
        assertThat(fault.sees(RequestKind.COUNT)).isFalse();
        assertThat(fault.sees(RequestKind.PAGE)).isFalse();
        assertThat(fault.sees(RequestKind.PAGE)).isTrue();
        assertThat(fault.hit()).isTrue();
        assertThat(fault.hit()).isFalse();
        assertThat(fault.sees(RequestKind.PAGE)).isFalse();
    }
}
