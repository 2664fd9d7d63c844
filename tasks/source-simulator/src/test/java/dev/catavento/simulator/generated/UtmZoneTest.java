package dev.catavento.simulator.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.Position;
import dev.catavento.simulator.layer.SourceRow;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UtmZoneTest {

    @Test
    void aTurbineOfTheRealLayer() {
        Position place = Position.ofDegrees(-42.64249453, -14.470967593);
        double[] metres = Datum.WGS84.utm(place, UtmZone.of(place.longitude()));
        assertThat(metres[0]).isEqualTo(754_125);
        assertThat(metres[1]).isEqualTo(8_398_879);
        assertThat(UtmZone.of(place.longitude()).sigelName()).isEqualTo("UTM 23 S (MER -45)");
    }

    @Test
    void theOldDatumLiesSomeSixtyMetresBeside() {
        Position place = Position.ofDegrees(-38.5, -12.9);
        double[] now = Datum.SIRGAS2000.utm(place, new UtmZone(24));
        double[] old = Datum.SAD69.utm(place, new UtmZone(24));
        assertThat(Math.hypot(now[0] - old[0], now[1] - old[1])).isCloseTo(60, within(15.0));
    }

    @Test
    void aRowCarriesItsCoordinatesInItsOwnDatum() {
        SourceRow row = SourceRow.of(Map.of(LayerField.DATUM_EMP, "no datum"), null);
        SourceRow placed = PlaceFields.at(row, Position.ofDegrees(-42.64249453, -14.470967593));
        assertThat(placed.number(LayerField.X)).isEqualTo(754_125);
        assertThat(placed.text(LayerField.FUSO_AG)).isEqualTo("UTM 23 S (MER -45)");
    }
}
