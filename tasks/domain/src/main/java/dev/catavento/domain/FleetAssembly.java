package dev.catavento.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a fleet out of the rows of a day: repeated rows become one turbine, each turbine gets its id, and what shows
 * only between turbines is found. Rows may come in any order.
 */
public final class FleetAssembly {
    private final TurbineIdentity identity;

    public FleetAssembly(TurbineIdentity identity) {
        this.identity = identity;
    }

    /** A row with its key, which is asked for often. */
    private record Keyed(TurbineKey key, SourcedTurbine row) {
        boolean sameName(Keyed other) {
            return key.plantKey().equals(other.key.plantKey())
                    && key.designation().equals(other.key.designation());
        }
    }

    /** The fleet in the order of its keys. */
    public List<FleetTurbine> assemble(List<SourcedTurbine> rows) {
        var keyed = rows.stream()
                .map(row -> new Keyed(row.turbine().key(), row))
                .sorted(Comparator.comparing(Keyed::key, TurbineKey.ORDER))
                .toList();
        var fleet = new ArrayList<FleetTurbine>(rows.size());
        for (int from = 0; from < keyed.size(); ) {
            int to = from + 1;
            while (to < keyed.size() && keyed.get(to).sameName(keyed.get(from))) {
                to++;
            }
            var group = keyed.subList(from, to).stream().map(Keyed::row).toList();
            var turbines = identity.identify(DuplicateMerge.distinct(group));
            fleet.addAll(turbines.size() == 1 ? turbines : markRepeatedDesignation(turbines));
            from = to;
        }
        return markSharedPositions(fleet);
    }

    private static List<FleetTurbine> markRepeatedDesignation(List<FleetTurbine> turbines) {
        return turbines.stream()
                .map(turbine -> with(
                        turbine,
                        Finding.of(
                                FleetRule.DESIGNATION_REPEATED,
                                "DEN_AEG",
                                turbine.turbine().designation(),
                                null,
                                turbines.size() + " turbines of the plant have it, at different places")))
                .toList();
    }

    private static List<FleetTurbine> markSharedPositions(List<FleetTurbine> fleet) {
        Map<Position, List<Integer>> byPlace = HashMap.newHashMap(fleet.size());
        for (int i = 0; i < fleet.size(); i++) {
            var place = toAMillionth(fleet.get(i).turbine().position());
            byPlace.merge(place, List.of(i), FleetAssembly::joined);
        }
        byPlace.values().stream().filter(there -> there.size() > 1).forEach(there -> {
            for (int i : there) {
                fleet.set(i, with(fleet.get(i), shared(fleet, there, i)));
            }
        });
        return fleet;
    }

    private static Finding shared(List<FleetTurbine> fleet, List<Integer> there, int one) {
        var others = there.stream()
                .filter(i -> i != one)
                .map(i -> fleet.get(i).turbine())
                .map(turbine -> turbine.plant().name() + " " + turbine.designation())
                .sorted()
                .toList();
        return Finding.of(FleetRule.POSITION_SHARED, "", null, null, "also there: " + String.join(", ", others));
    }

    private static FleetTurbine with(FleetTurbine turbine, Finding finding) {
        var row = turbine.sourced();
        return new FleetTurbine(
                turbine.id(),
                turbine.known(),
                new SourcedTurbine(row.turbine(), row.objectId(), joined(row.findings(), List.of(finding))));
    }

    private static Position toAMillionth(Position p) {
        return new Position(Math.rint(p.longitude() * 1e6), Math.rint(p.latitude() * 1e6));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
