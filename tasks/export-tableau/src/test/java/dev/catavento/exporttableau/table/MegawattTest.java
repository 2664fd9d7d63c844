package dev.catavento.exporttableau.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MegawattTest {

    @ParameterizedTest
    @CsvSource({"4200, 4.2", "2009.9999999999998, 2.01", "225, 0.225", "0, 0", "6150.5, 6.1505", "33022510, 33022.51"})
    void isTheShortestDecimalOfTheKilowatts(double kilowatt, double megawatt) {
        assertThat(Megawatt.ofKilowatt(kilowatt)).isEqualTo(megawatt);
    }
}
