package dev.catavento.loadpostgis.windfleet;

import dev.catavento.domain.DataIssue;
import dev.catavento.domain.Finding;
import dev.catavento.domain.FleetAssembly;
import dev.catavento.domain.FleetTurbine;
import dev.catavento.domain.PowerByStatus;
import dev.catavento.domain.TurbineIdentity;
import dev.catavento.store.fleet.Quarantine.QuarantinedRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * All that a load writes, worked out before anything is written.
 *
 * @param kept turbines that stay as they are, since a quarantined row still names them
 */
record FleetToPublish(
        long rows,
        List<FleetTurbine> turbines,
        Collection<UUID> kept,
        List<DataIssue> issues,
        List<QuarantinedRow> quarantined) {

    static FleetToPublish of(SnapshotContent content, TurbineIdentity identity) {
        var turbines = new FleetAssembly(identity).assemble(content.turbines());
        var issues = new ArrayList<DataIssue>();
        Set<UUID> published = HashSet.newHashSet(turbines.size());
        for (var turbine : turbines) {
            published.add(turbine.id());
            for (var finding : turbine.sourced().findings()) {
                issues.add(new DataIssue(turbine.id().toString(), finding));
            }
        }
        var kept = new LinkedHashSet<UUID>();
        var quarantined = new ArrayList<QuarantinedRow>();
        for (var row : content.unusable()) {
            var named = named(row, identity);
            if (named != null && !published.contains(named)) {
                kept.add(named);
            }
            issues.add(new DataIssue(subject(row, named), finding(row, named)));
            quarantined.add(new QuarantinedRow(row.row().OBJECTID(), row.reason(), SigelRowJson.of(row.row()), named));
        }
        return new FleetToPublish(content.rows(), turbines, kept, issues, quarantined);
    }

    /** The size of the fleet once it is published. */
    int size() {
        return turbines.size() + kept.size();
    }

    Map<String, Long> issueCounts() {
        var counts = new TreeMap<String, Long>();
        issues.forEach(issue -> counts.merge(issue.finding().rule().word(), 1L, Long::sum));
        return counts;
    }

    /** Figures for the release and the report: turbines and MW by status, plants. */
    Map<String, Object> figures() {
        var power = new PowerByStatus();
        var plants = new HashMap<String, Boolean>();
        for (var turbine : turbines) {
            power.add(turbine.turbine());
            plants.put(turbine.turbine().plant().key(), true);
        }
        var figures = new TreeMap<>(power.figures());
        figures.put("turbines", (long) size());
        figures.put("plants", (long) plants.size());
        figures.put("turbines_kept_from_before", (long) kept.size());
        return figures;
    }

    private static UUID named(MappedRow.Unusable row, TurbineIdentity identity) {
        if (row.plantKey() == null) {
            return null;
        }
        return row.designation() != null
                ? identity.findByName(row.plantKey(), row.designation())
                : row.position() == null ? null : identity.findByPlace(row.plantKey(), row.position());
    }

    private static String subject(MappedRow.Unusable row, UUID named) {
        return named != null ? named.toString() : row.plantKey() + "|" + row.designation();
    }

    private static Finding finding(MappedRow.Unusable row, UUID named) {
        return Finding.of(
                row.rule(),
                "",
                null,
                null,
                row.reason() + (named == null ? "" : "; the turbine it names stays as it was published"));
    }
}
