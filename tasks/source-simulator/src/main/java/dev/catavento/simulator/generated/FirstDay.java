package dev.catavento.simulator.generated;

import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.Position;
import dev.catavento.simulator.layer.SourceRow;
import java.util.ArrayList;
import java.util.List;

/**
 * The generated fleet as it was on its first day: as many rows, and every kind and count of defect, as the real layer
 * was found to have.
 */
public final class FirstDay {

    private FirstDay() {}

    /**
     * @param copies how many times the fleet is repeated
     */
    public static Fleet make(long seed, int copies) {
        List<StateTotals> totals = StateTotals.read();
        List<Plant> plants = FleetPlan.make(seed, totals);
        Position[][] places = Placement.place(plants, totals, new Dice(seed, 6));
        List<SourceRow[]> rows = new ArrayList<>();
        for (int i = 0; i < plants.size(); i++) {
            rows.add(PlantRows.of(plants.get(i), places[i], seed));
        }
        List<SourceRow> repeats = RepeatedRows.of(plants, rows, new Dice(seed, 7));
        SourceRow[] ordered = StampedRows.order(plants, rows, repeats, new Dice(seed, 8));
        return Fleet.numbered(Copies.of(ordered, copies));
    }
}
