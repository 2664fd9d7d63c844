package dev.catavento.simulator.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.SourceRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** 102 pairs of turbines of different plants stand closer than one rotor, and no pair is a matter of opinion. */
class NeighboursTest {

    private static final double CELLS_PER_DEGREE = 200;

    private final Map<String, List<SourceRow>> cells = new HashMap<>();
    private int closerThanSmallRotor;
    private int closerThanLargeRotor;
    private int nearlyThatClose;
    private int besideTheLostOnes;

    @Test
    void probableTwins() {
        for (SourceRow row : FirstDay.make(2026, 1).rows()) {
            long x = Math.round(Math.floor(row.position().longitude() * CELLS_PER_DEGREE));
            long y = Math.round(Math.floor(row.position().latitude() * CELLS_PER_DEGREE));
            for (long dx = -1; dx <= 1; dx++) {
                for (long dy = -1; dy <= 1; dy++) {
                    cells.getOrDefault((x + dx) + " " + (y + dy), List.of()).forEach(other -> compare(row, other));
                }
            }
            cells.computeIfAbsent(x + " " + y, key -> new ArrayList<>()).add(row);
        }
        assertThat(closerThanSmallRotor).isEqualTo(102);
        assertThat(closerThanLargeRotor).isEqualTo(102);
        assertThat(nearlyThatClose).isEqualTo(102);
        assertThat(besideTheLostOnes).isEqualTo(8);
    }

    private void compare(SourceRow one, SourceRow other) {
        if (Objects.equals(one.plantId(), other.plantId())) {
            return;
        }
        double east = (one.position().longitude() - other.position().longitude())
                * Math.cos(Math.toRadians(one.position().latitude()));
        double north = one.position().latitude() - other.position().latitude();
        double metres = Math.hypot(east, north) * 111_195;
        double small = Math.min(one.number(LayerField.DIAM_ROTOR), other.number(LayerField.DIAM_ROTOR));
        double large = Math.max(one.number(LayerField.DIAM_ROTOR), other.number(LayerField.DIAM_ROTOR));
        closerThanSmallRotor += metres < small ? 1 : 0;
        closerThanLargeRotor += metres < large ? 1 : 0;
        nearlyThatClose += metres < 1.25 * large ? 1 : 0;
        if ((one.plantId() == null || other.plantId() == null) && metres <= 15 && metres >= 0.15) {
            besideTheLostOnes++;
        }
    }
}
