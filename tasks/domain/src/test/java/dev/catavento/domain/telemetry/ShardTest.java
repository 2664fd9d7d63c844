package dev.catavento.domain.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {
    @Test
    void everyTurbineIsInOneShardAndAlwaysInTheSame() {
        for (int n = 0; n < 1000; n++) {
            var turbine = "T-%04d".formatted(n);
            assertThat(IntStream.rangeClosed(1, 8).filter(i -> new Shard(i, 8).holds(turbine)))
                    .hasSize(1);
            assertThat(Shard.WHOLE.holds(turbine)).isTrue();
        }
        // the checksum of "123456789" is 0xcbf43926 by its definition
        assertThat(Shard.parse("7/16").holds("123456789")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0/1", "2/1", "1/0", "-1/2", "+1/2", "1/2/3", "1 /2", "1/10000", "a/b"})
    void whatIsNoPartOfAWholeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Shard.parse(text));
    }
}
