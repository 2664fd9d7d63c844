package dev.catavento.simulator.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.simulator.layer.LayerField;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StampsTest {

    private static final Map<Long, Long> STAMPS = Arrays.stream(
                    FirstDay.make(2026, 1).rows())
            .collect(Collectors.groupingBy(row -> (Long) row.get(LayerField.DATA_ATUALIZACAO), Collectors.counting()));

    @Test
    void fewStampsForManyRows() {
        assertThat(STAMPS).hasSize(507);
        assertThat(STAMPS.get(Instant.parse("2022-10-24T15:37:27Z").toEpochMilli()))
                .isEqualTo(8626);
        assertThat(STAMPS.keySet().stream().max(Long::compare))
                .contains(Instant.parse("2025-05-05T16:40:18Z").toEpochMilli());
    }

    @Test
    void officeHoursOnWeekdays() {
        assertThat(STAMPS.keySet()).allSatisfy(stamp -> {
            var time = Instant.ofEpochMilli(stamp).atOffset(ZoneOffset.UTC);
            assertThat(time.getHour()).isBetween(8, 21);
            assertThat(time.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        });
    }
}
