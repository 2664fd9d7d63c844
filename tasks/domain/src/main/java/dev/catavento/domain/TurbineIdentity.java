package dev.catavento.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Which turbine a row is. A known turbine is found by plant, designation and position within a metre, else by plant
 * and designation where just one row and one turbine of the fleet are left; what is found by neither is new and gets an id derived from its key.
 * An id is given once: never to two turbines of a day, never again to another.
 */
public final class TurbineIdentity {
    private static final double SAME_PLACE_M = 1;

    private final Map<String, Map<String, List<KnownTurbine>>> byPlant = new HashMap<>();
    private final Set<UUID> taken = new HashSet<>();

    public TurbineIdentity(Iterable<KnownTurbine> known) {
        for (var turbine : known) {
            byPlant.computeIfAbsent(turbine.key().plantKey(), plant -> new HashMap<>())
                    .computeIfAbsent(turbine.key().designation(), name -> new ArrayList<>(1))
                    .add(turbine);
            taken.add(turbine.id());
        }
    }

    /** Identifies the distinct turbines of one plant and designation, in the order given. */
    List<FleetTurbine> identify(List<SourcedTurbine> group) {
        var key = group.getFirst().turbine().key();
        var known = new ArrayList<>(named(key.plantKey(), key.designation()));
        if (group.size() == 1 && known.size() == 1) {
            return List.of(as(known.getFirst(), group.getFirst()));
        }
        var identified = new FleetTurbine[group.size()];
        for (var pair : pairsWithinAMetre(group, known)) {
            if (identified[pair.row] == null && known.remove(pair.known)) {
                identified[pair.row] = as(pair.known, group.get(pair.row));
            }
        }
        nameTheOnlyOneLeft(group, identified, known);
        for (int i = 0; i < identified.length; i++) {
            if (identified[i] == null) {
                identified[i] = new FleetTurbine(newId(group.get(i).turbine().key()), false, group.get(i));
            }
        }
        return List.of(identified);
    }

    /** One row left and one turbine of the fleet left: it moved. Those that have left the fleet do not stand in its way. */
    private static void nameTheOnlyOneLeft(
            List<SourcedTurbine> group, FleetTurbine[] identified, List<KnownTurbine> known) {
        var left = known.stream().filter(KnownTurbine::inFleet).toList();
        var rows = IntStream.range(0, identified.length)
                .filter(i -> identified[i] == null)
                .toArray();
        if (rows.length == 1 && left.size() == 1) {
            identified[rows[0]] = as(left.getFirst(), group.get(rows[0]));
        }
    }

    /** Turbines of the fleet that a row of this name without a usable position may be, those told apart already left out. */
    public List<UUID> listByName(String plantKey, String designation, Set<UUID> toldApart) {
        return named(plantKey, designation).stream()
                .filter(turbine -> turbine.inFleet() && !toldApart.contains(turbine.id()))
                .map(KnownTurbine::id)
                .sorted()
                .toList();
    }

    /** Turbines of the fleet that a row of this plant without a designation may be: those within a metre. */
    public List<UUID> listByPlace(String plantKey, Position position, Set<UUID> toldApart) {
        return byPlant.getOrDefault(plantKey, Map.of()).values().stream()
                .flatMap(List::stream)
                .filter(turbine -> turbine.inFleet() && !toldApart.contains(turbine.id()))
                .filter(turbine -> turbine.key().position().distanceM(position) <= SAME_PLACE_M)
                .map(KnownTurbine::id)
                .sorted()
                .toList();
    }

    private List<KnownTurbine> named(String plantKey, String designation) {
        return byPlant.getOrDefault(plantKey, Map.of()).getOrDefault(designation, List.of());
    }

    /** A position that differs only in how it is written stays as it was published. */
    private static FleetTurbine as(KnownTurbine known, SourcedTurbine row) {
        var turbine = row.turbine();
        var before = known.key().position();
        var kept = before.sameNumbers(turbine.position()) && !before.equals(turbine.position())
                ? new SourcedTurbine(turbine.at(before), row.objectId(), row.findings())
                : row;
        return new FleetTurbine(known.id(), true, kept);
    }

    private UUID newId(TurbineKey key) {
        for (int occurrence = 1; ; occurrence++) {
            var id = key.derivedId(occurrence);
            if (taken.add(id)) {
                return id;
            }
        }
    }

    private record Pair(int row, KnownTurbine known, double distanceM) {}

    private static List<Pair> pairsWithinAMetre(List<SourcedTurbine> group, List<KnownTurbine> known) {
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < group.size(); i++) {
            for (var turbine : known) {
                double distance = turbine.key()
                        .position()
                        .distanceM(group.get(i).turbine().position());
                if (distance <= SAME_PLACE_M) {
                    pairs.add(new Pair(i, turbine, distance));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::distanceM)
                .thenComparing(pair -> pair.known.id())
                .thenComparingInt(Pair::row));
        return pairs;
    }
}
