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
            var named = named(row, identity, published);
            kept.addAll(named);
            issues.add(new DataIssue(subject(row, named), finding(row, named)));
            quarantined.add(new QuarantinedRow(
                    row.row().OBJECTID(),
                    row.reason(),
                    SigelRowJson.of(row.row()),
                    named.isEmpty() ? null : named.getFirst()));
        }
        return new FleetToPublish(content.rows(), turbines, kept, distinct(issues), quarantined);
    }

    /** One issue a rule, subject, field and original value; of several the one whose evidence comes first. */
    private static List<DataIssue> distinct(List<DataIssue> issues) {
        var distinct = new TreeMap<String, DataIssue>();
        for (var issue : issues) {
            var f = issue.finding();
            var key = String.join("\0", issue.subjectId(), f.rule().word(), f.field(), String.valueOf(f.original()));
            distinct.merge(key, issue, (one, other) -> one.toString().compareTo(other.toString()) <= 0 ? one : other);
        }
        return List.copyOf(distinct.values());
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

    /** The turbines that may be meant: all that bear the row's name (or stand in its place) and were not read today. */
    private static List<UUID> named(MappedRow.Unusable row, TurbineIdentity identity, Set<UUID> published) {
        if (row.plantKey() == null) {
            return List.of();
        }
        if (row.designation() != null) {
            return identity.listByName(row.plantKey(), row.designation(), published);
        }
        return row.position() == null ? List.of() : identity.listByPlace(row.plantKey(), row.position(), published);
    }

    private static String subject(MappedRow.Unusable row, List<UUID> named) {
        return named.isEmpty()
                ? row.plantKey() + "|" + row.designation()
                : named.getFirst().toString();
    }

    private static Finding finding(MappedRow.Unusable row, List<UUID> named) {
        var stays = named.isEmpty()
                ? ""
                : named.size() == 1
                        ? "; the turbine it names stays as it was published"
                        : "; " + named.size() + " turbines bear its name and stay as they were published";
        return Finding.of(row.rule(), "", where(row.row()), null, row.reason() + stays);
    }

    /** Tells rows of one name apart. */
    private static String where(SigelTurbineRow row) {
        return row.longitude() == null && row.latitude() == null ? null : row.longitude() + " " + row.latitude();
    }
}
