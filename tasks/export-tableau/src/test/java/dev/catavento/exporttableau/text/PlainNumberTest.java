package dev.catavento.exporttableau.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumberTest {

    @ParameterizedTest
    @CsvSource({
        "4.2, 4.2",
        "100, 100",
        "-0.0, 0",
        "1e-7, 0.0000001",
        "1.5e21, 1500000000000000000000",
        "9000000.25, 9000000.25",
        "0.0042, 0.0042",
        "12345678.9, 12345678.9"
    })
    void shortestIsPlain(double value, String text) {
        assertThat(PlainNumber.shortest(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "-35.2, -35.200000",
        "-0.0000001, 0.000000",
        "-0.5, -0.500000",
        "-40.1234567, -40.123457",
        "-9.9999996, -10.000000",
        "0, 0.000000"
    })
    void coordinatesHaveSixDecimals(double degrees, String text) {
        assertThat(PlainNumber.coordinate(degrees)).isEqualTo(text);
    }

    @Test
    void coordinatesAreRoundedByTheirExactValue() {
        var random = new Random(4674);
        for (int i = 0; i < 20_000; i++) {
            // seven decimals, the last a five: halves in the decimal, above or below in binary
            double degrees = -(random.nextInt(90_000_000) * 10L + 5) / 1e7;
            var exact = new java.math.BigDecimal(degrees).setScale(6, java.math.RoundingMode.HALF_EVEN);
            assertThat(PlainNumber.coordinate(degrees)).isEqualTo(exact.toPlainString());
        }
    }
}
