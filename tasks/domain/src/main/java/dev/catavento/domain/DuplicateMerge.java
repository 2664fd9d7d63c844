package dev.catavento.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Rows equal in plant, designation and position (within a metre) are one turbine. Field by field a known value beats
 * none; where two are known the fuller row's counts, then the newer's, and the other is kept in the issue. The result
 * does not depend on the order of the rows, nor on their OBJECTID.
 */
final class DuplicateMerge {
    private static final double SAME_PLACE_M = 1;
    private static final Position NOWHERE = new Position(0, 0);

    private static final Comparator<SourcedTurbine> BEST_FIRST = Comparator.comparingInt(DuplicateMerge::known)
            .thenComparing(DuplicateMerge::updated)
            .reversed()
            .thenComparing(row -> row.turbine().at(NOWHERE).toString())
            .thenComparing(row -> row.turbine().key(), TurbineKey.ORDER);

    private DuplicateMerge() {}

    /** The distinct turbines of one plant and designation; the usual single row comes back as it is. */
    static List<SourcedTurbine> distinct(List<SourcedTurbine> group) {
        if (group.size() == 1) {
            return group;
        }
        var distinct = new ArrayList<SourcedTurbine>();
        for (var row : group.stream().sorted(BEST_FIRST).toList()) {
            int same = indexOfSamePlace(distinct, row);
            if (same < 0) {
                distinct.add(row);
            } else {
                distinct.set(same, merge(distinct.get(same), row));
            }
        }
        return distinct;
    }

    private static int indexOfSamePlace(List<SourcedTurbine> turbines, SourcedTurbine row) {
        for (int i = 0; i < turbines.size(); i++) {
            var place = turbines.get(i).turbine().position();
            if (place.distanceM(row.turbine().position()) <= SAME_PLACE_M) {
                return i;
            }
        }
        return -1;
    }

    private static SourcedTurbine merge(SourcedTurbine keptRow, SourcedTurbine otherRow) {
        var pick = new Pick(new ArrayList<>(), new HashSet<>());
        var kept = keptRow.turbine();
        var other = otherRow.turbine();
        var merged = new WindTurbine(
                new Plant(
                        kept.plant().idSigel(),
                        pick.of("CEG", kept.plant().ceg(), other.plant().ceg()),
                        pick.of("NOME_EOL", kept.plant().name(), other.plant().name())),
                kept.designation(),
                kept.position(),
                power(kept.power(), other.power(), pick),
                new Dimensions(
                        pick.of(
                                "ALT_TORRE",
                                kept.dimensions().hubHeightM(),
                                other.dimensions().hubHeightM()),
                        pick.of(
                                "ALT_TOTAL",
                                kept.dimensions().tipHeightM(),
                                other.dimensions().tipHeightM()),
                        pick.of(
                                "DIAM_ROTOR",
                                kept.dimensions().rotorDiameterM(),
                                other.dimensions().rotorDiameterM())),
                pick.of("OPERACAO", kept.operating(), other.operating()),
                pick.of("PROPRIETARIO", kept.ownerName(), other.ownerName()),
                pick.of("UF", kept.stateUf(), other.stateUf()),
                utm(kept.utm(), other.utm(), pick),
                new SourceNote(
                        pick.of(
                                "VERSAO",
                                kept.source().version(),
                                other.source().version()),
                        pick.of("ORIGEM", kept.source().origin(), other.source().origin()),
                        pick.of(
                                "DATA_ATUALIZACAO",
                                kept.source().updatedAt(),
                                other.source().updatedAt())));
        return new SourcedTurbine(merged, keptRow.objectId(), pick.findings(keptRow, otherRow));
    }

    private static RatedPower power(RatedPower kept, RatedPower other, Pick pick) {
        pick.of("POT_MW", kept.publishedMw(), other.publishedMw());
        return kept.kw() == null ? other : kept;
    }

    private static UtmNote utm(UtmNote kept, UtmNote other, Pick pick) {
        return new UtmNote(
                pick.of("X", kept.eastingM(), other.eastingM()),
                pick.of("Y", kept.northingM(), other.northingM()),
                pick.of("DATUM_EMP", kept.datum(), other.datum()),
                pick.of("FUSO_AG", kept.zone(), other.zone()));
    }

    /** Chooses between two values of a field; keeps the one not chosen, and which fields the other row filled. */
    private record Pick(List<Finding> conflicts, Set<String> filled) {
        <T> T of(String field, T kept, T other) {
            if (kept == null && other != null) {
                filled.add(field);
            } else if (kept != null && other != null && !Objects.equals(kept, other)) {
                conflicts.add(Finding.of(
                        FleetRule.DUPLICATE_CONFLICT,
                        field,
                        other,
                        kept,
                        "repeated rows disagree; the fuller, then newer is kept"));
            }
            return kept == null ? other : kept;
        }

        /** What was found in a field counts where that row's value was taken. */
        List<Finding> findings(SourcedTurbine kept, SourcedTurbine other) {
            var all = new ArrayList<Finding>();
            kept.findings().stream()
                    .filter(finding -> !filled.contains(finding.field()))
                    .forEach(all::add);
            other.findings().stream()
                    .filter(finding -> filled.contains(finding.field()))
                    .forEach(all::add);
            all.add(Finding.of(FleetRule.DUPLICATE_ROW, "", null, null, "equal plant, designation and position"));
            all.addAll(conflicts);
            return all;
        }
    }

    private static int known(SourcedTurbine row) {
        var t = row.turbine();
        var values = new Object[] {
            t.plant().ceg(),
            t.power().kw(),
            t.dimensions().hubHeightM(),
            t.dimensions().tipHeightM(),
            t.dimensions().rotorDiameterM(),
            t.operating(),
            t.ownerName(),
            t.stateUf(),
            t.utm().eastingM(),
            t.utm().northingM(),
            t.utm().datum(),
            t.utm().zone(),
            t.source().version(),
            t.source().updatedAt()
        };
        int known = 0;
        for (var value : values) {
            known += value == null ? 0 : 1;
        }
        return known;
    }

    private static Instant updated(SourcedTurbine row) {
        var updated = row.turbine().source().updatedAt();
        return updated == null ? Instant.MIN : updated;
    }
}
