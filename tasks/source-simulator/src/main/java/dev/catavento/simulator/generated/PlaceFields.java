package dev.catavento.simulator.generated;

import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.Position;
import dev.catavento.simulator.layer.SourceRow;
import java.util.EnumMap;
import java.util.Map;

/** Puts a row somewhere: geometry, and X, Y and zone to match, in the row's own datum. */
public final class PlaceFields {

    private PlaceFields() {}

    public static SourceRow at(SourceRow row, Position place) {
        UtmZone zone = UtmZone.of(place.longitude());
        double[] metres = Datum.named(row.text(LayerField.DATUM_EMP)).utm(place, zone);
        Map<LayerField, Object> changes = new EnumMap<>(LayerField.class);
        changes.put(LayerField.X, metres[0]);
        changes.put(LayerField.Y, metres[1]);
        changes.put(LayerField.FUSO_AG, zone.sigelName());
        return row.with(changes).at(place);
    }
}
