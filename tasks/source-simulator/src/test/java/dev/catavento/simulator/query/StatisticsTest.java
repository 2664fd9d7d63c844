package dev.catavento.simulator.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.catavento.simulator.layer.ArcGisException;
import dev.catavento.simulator.layer.LayerSchema;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {

    private static Number compute(String kind, String field) {
        StatisticRequest request = StatisticRequest.parseAll(
                        "[{\"statisticType\":\"" + kind + "\",\"onStatisticField\":\"" + field + "\"}]",
                        LayerSchema.PLAIN)
                .getFirst();
        return Statistics.compute(request, SmallFleet.FLEET, new int[] {0, 1, 2, 3});
    }

    @ParameterizedTest
    @CsvSource({"count,3", "min,2", "max,6", "sum,12", "avg,4", "stddev,2"})
    void nullsTakeNoPart(String kind, double expected) {
        assertThat(compute(kind, "POT_MW").doubleValue()).isEqualTo(expected);
    }

    @Test
    void datesAreEpochs() {
        assertThat(compute("max", "DATA_ATUALIZACAO"))
                .isEqualTo(Instant.parse("2024-05-01T10:00:00Z").toEpochMilli());
        assertThat(compute("max", "OBJECTID")).isEqualTo(40L);
    }

    @Test
    void textsCanOnlyBeCounted() {
        assertThat(compute("count", "UF")).isEqualTo(3L);
        assertThatThrownBy(() -> compute("sum", "UF")).isInstanceOf(ArcGisException.class);
        assertThatThrownBy(() -> compute("median", "POT_MW")).isInstanceOf(ArcGisException.class);
        assertThatThrownBy(() -> compute("sum", "FOO")).isInstanceOf(ArcGisException.class);
    }

    @Test
    void nothingHasNoMaximum() {
        StatisticRequest request = StatisticRequest.parseAll(
                        "[{\"statisticType\":\"max\",\"onStatisticField\":\"POT_MW\"}]", LayerSchema.PLAIN)
                .getFirst();
        assertThat(Statistics.compute(request, SmallFleet.FLEET, new int[] {})).isNull();
    }
}
