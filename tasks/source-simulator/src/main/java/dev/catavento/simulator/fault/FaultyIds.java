package dev.catavento.simulator.fault;

import dev.catavento.simulator.layer.Mix;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Applies the faults of the list of ids. */
public final class FaultyIds {

    private FaultyIds() {}

    public static int[] apply(int[] ids, ActiveFaults faults) {
        int[] changed = ids;
        for (Fault fault : faults.takeAll(FaultKind.IDS_INCOMPLETE)) {
            int n = Math.min(fault.number("n"), changed.length);
            int[] all = changed;
            int first = (int) Math.floorMod(Mix.hash(23), (long) Math.max(1, all.length - n + 1));
            changed = IntStream.range(0, all.length)
                    .filter(i -> i < first || i >= first + n)
                    .map(i -> all[i])
                    .toArray();
        }
        if (!faults.takeAll(FaultKind.IDS_SHUFFLED).isEmpty()) {
            changed = IntStream.of(changed)
                    .boxed()
                    .sorted(Comparator.comparingLong(id -> Mix.hash(29, id)))
                    .mapToInt(i -> i)
                    .toArray();
        }
        return changed;
    }
}
