package dev.catavento.simulator.fault;

import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.Mix;
import dev.catavento.simulator.layer.SourceRow;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Applies the faults that change which rows the layer has and how they are numbered. */
public final class FaultyFleet {

    private static final double SHIFT_M = 400;

    private FaultyFleet() {}

    public static Fleet apply(Fleet fleet, ActiveFaults faults) {
        Fleet changed = fleet;
        for (Fault fault : faults.takeAll(FaultKind.ROWS_DELETED)) {
            changed = without(changed, fault.number("n") * fault.rounds());
        }
        for (Fault fault : faults.takeAll(FaultKind.ROWS_ADDED)) {
            changed = withMore(changed, fault.number("n") * fault.rounds());
        }
        for (Fault fault : faults.takeAll(FaultKind.IDS_WITH_GAPS)) {
            int step = Math.max(1, fault.number("n"));
            int[] ids = Arrays.stream(changed.objectIds())
                    .map(id -> id + (id - 1) / step)
                    .toArray();
            changed = new Fleet(ids, changed.rows(), changed.jitter());
        }
        return changed;
    }

    /** The same rows vanish every time, spread over the whole layer. */
    private static Fleet without(Fleet fleet, int n) {
        Set<Integer> gone = new HashSet<>();
        for (int i = 0; gone.size() < Math.min(n, fleet.size()); i++) {
            gone.add((int) Math.floorMod(Mix.hash(17, i), (long) fleet.size()));
        }
        int[] ids = new int[fleet.size() - gone.size()];
        SourceRow[] rows = new SourceRow[ids.length];
        int kept = 0;
        for (int i = 0; i < fleet.size(); i++) {
            if (!gone.contains(i)) {
                ids[kept] = fleet.objectIds()[i];
                rows[kept++] = fleet.rows()[i];
            }
        }
        return new Fleet(ids, rows, fleet.jitter());
    }

    private static Fleet withMore(Fleet fleet, int n) {
        int size = fleet.size();
        int[] ids = Arrays.copyOf(fleet.objectIds(), size + n);
        SourceRow[] rows = Arrays.copyOf(fleet.rows(), size + n);
        for (int i = 0; i < n; i++) {
            SourceRow model = fleet.rows()[(int) Math.floorMod(Mix.hash(19, i), (long) size)];
            ids[size + i] = fleet.highestObjectId() + 1 + i;
            rows[size + i] = model.with(LayerField.DEN_AEG, "SURGIDO-" + (i + 1))
                    .at(model.position() == null ? null : model.position().movedByMetres(SHIFT_M, SHIFT_M));
        }
        return new Fleet(ids, rows, fleet.jitter());
    }
}
