package dev.catavento.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlaceAndCodeTest {
    @Test
    void theNucleusOfACegIsThePlantsId() {
        assertThat(Ceg.nucleus("EOLCVBA030739-4-01")).contains(30739);
        assertThat(Ceg.nucleus("EOL.CV.BA.030739-4.1")).isEmpty();
    }

    @Test
    void swappedCoordinatesOfBrazilAreNeverInBrazil() {
        for (var place : new Position[] {
            new Position(-42.6, -14.4),
            new Position(-55.6, -30.8),
            new Position(-34.97, -6.5),
            new Position(-56.4, -33.7)
        }) {
            assertThat(place.inBrazil()).isTrue();
            assertThat(place.swapped().inBrazil()).isFalse();
        }
    }

    @Test
    void aDegreeOfLatitudeIsAboutAHundredAndElevenKilometres() {
        assertThat(new Position(-40, -10).distanceM(new Position(-40, -11))).isBetween(111_000.0, 111_300.0);
    }

    @Test
    void aTurbineInMinasIsNotInRioGrandeDoNorteButOneOffTheCoastIs() {
        assertThat(StateExtent.contradicts("RN", new Position(-43.3, -16.1))).isTrue();
        assertThat(StateExtent.contradicts("RN", new Position(-36.2, -4.75))).isFalse();
        assertThat(StateExtent.contradicts("XX", new Position(-36.2, -4.75))).isTrue();
    }

    @Test
    void specificPowerIsWattsOverSweptSquareMetres() {
        assertThat(new Dimensions(95.0, 145.0, 100.0).specificPower(2000.0)).isBetween(254.6, 254.7);
        assertThat(new Dimensions(null, 145.0, null).specificPower(2000.0)).isNull();
    }
}
