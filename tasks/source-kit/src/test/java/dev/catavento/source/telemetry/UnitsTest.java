package dev.catavento.source.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conversions, against values worked out by hand. */
class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "W, kW, 4123.4, 4.1234, 4.1234",
        "MW, kW, 4.2, 4200, 4200",
        "km/h, m/s, 36, 10, 10",
        "knots, m/s, 18, 9.26, 9.26",
        "K, °C, 300.15, 27, 300.15",
        "°F, °C, 212, 100, 117.777777777777777",
        "rad, °, 3.141592653589793, 180, 180",
        "hPa, hPa, 990.5, 990.5, 990.5"
    })
    void valuesAndWidths(String from, String to, double value, double converted, double width) {
        var unit = Units.find(from, to).orElseThrow();
        assertThat(unit.value(value)).isEqualTo(converted, within(1e-12 * Math.abs(converted)));
        assertThat(unit.deviation(value)).isEqualTo(width, within(1e-12 * Math.abs(width)));
        assertThat(unit.value(Double.NaN)).isNaN();
    }
}
