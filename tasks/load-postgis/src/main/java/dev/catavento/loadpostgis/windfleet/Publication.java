package dev.catavento.loadpostgis.windfleet;

import dev.catavento.domain.FleetRule;
import dev.catavento.domain.PublishGate;
import dev.catavento.domain.TurbineIdentity;
import dev.catavento.store.AuditTrail;
import dev.catavento.store.fleet.Capture;
import dev.catavento.store.fleet.FleetMerge;
import dev.catavento.store.fleet.FleetStaging;
import dev.catavento.store.fleet.IssueMerge;
import dev.catavento.store.fleet.KnownTurbines;
import dev.catavento.store.fleet.Quarantine;
import dev.catavento.store.fleet.Release;
import dev.catavento.store.fleet.ReleaseBook;
import dev.catavento.store.fleet.SnapshotReader;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.RowCounts;
import dev.catavento.task.RunFacts;
import dev.catavento.task.RunReportJson;
import dev.catavento.task.TaskException;
import dev.catavento.task.TaskRequest;
import dev.catavento.task.TaskResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Publishes a snapshot within one transaction of the caller's. */
final class Publication {
    private static final Logger LOG = Logger.getLogger(Publication.class);

    private final Connection connection;
    private final TaskRequest request;
    private final String overrideReason;

    Publication(Connection connection, TaskRequest request, String overrideReason) {
        this.connection = connection;
        this.request = request;
        this.overrideReason = overrideReason;
    }

    TaskResult publish(Capture capture, Optional<Release> last) throws SQLException {
        LOG.infof("reading snapshot %d: %,d rows", capture.snapshotId(), capture.rowCount());
        var fleet = fleetOf(capture);
        var override = passGate(fleet, last);
        LOG.infof(
                "copying %,d turbines and %,d issues",
                fleet.turbines().size(), fleet.issues().size());
        new FleetStaging(connection).stage(fleet.turbines(), fleet.kept(), fleet.issues());
        LOG.info("merging");
        var merged = new FleetMerge(connection).merge(request.day());
        new IssueMerge(connection, WindFleetLoad.DATASET).merge(request.day());
        new Quarantine(connection, WindFleetLoad.DATASET)
                .replace(request.day(), capture.snapshotId(), fleet.quarantined());
        var figures = fleet.figures();
        long release = new ReleaseBook(connection, WindFleetLoad.DATASET)
                .add(new ReleaseBook.Publication(
                        request.day(),
                        capture.snapshotId(),
                        FleetRule.RULES_VERSION,
                        request.runId(),
                        fleet.size(),
                        RunReportJson.object(figures),
                        override));
        if (override != null) {
            new AuditTrail(connection)
                    .record(
                            request.requestedBy(),
                            AuditTrail.Action.OVERRIDE_GATE,
                            "load-postgis",
                            WindFleetLoad.DATASET,
                            request.day(),
                            request.runId(),
                            override);
        }
        LOG.infof(
                "release %d: %,d turbines (%,d added, %,d changed, %,d removed), %,d rows in quarantine",
                release,
                fleet.size(),
                merged.added(),
                merged.changed(),
                merged.removed(),
                fleet.quarantined().size());
        return TaskResult.completed(facts(fleet, figures, merged, release));
    }

    private FleetToPublish fleetOf(Capture capture) throws SQLException {
        try (var mapping = new SnapshotMapping(capture)) {
            mapping.start(new SnapshotReader(connection), capture.snapshotId());
            var identity = new TurbineIdentity(KnownTurbines.list(connection));
            return FleetToPublish.of(mapping.await(), identity);
        }
    }

    private RunFacts facts(FleetToPublish fleet, Map<String, Object> figures, FleetMerge.Merged merged, long release) {
        var outputs = new TreeMap<>(figures);
        outputs.put("release_id", release);
        outputs.put("added", merged.added());
        outputs.put("changed", merged.changed());
        outputs.put("removed", merged.removed());
        int written = merged.added() + merged.changed();
        return new RunFacts(
                new RowCounts(
                        fleet.rows(),
                        written,
                        fleet.size() - written,
                        fleet.quarantined().size()),
                fleet.issueCounts(),
                outputs);
    }

    /** The override reason where it was needed, else null; throws where the gate refuses and nobody overrides. */
    private String passGate(FleetToPublish fleet, Optional<Release> last) {
        var refusal = PublishGate.refuse(
                fleet.rows(),
                fleet.quarantined().size(),
                fleet.size(),
                last.map(Release::rowCount).orElse(0));
        if (refusal.isEmpty()) {
            return null;
        }
        if (overrideReason != null) {
            LOG.warnf("the gate would refuse (%s); overridden: %s", refusal.get(), overrideReason);
            return overrideReason;
        }
        throw new TaskException(
                        ErrorKind.PUBLISH_REFUSED,
                        "not published: " + refusal.get(),
                        "look at the counts in this report and the source's rows; if they are right, run again with"
                                + " --override-gate \"REASON\"; the last release stays as it is")
                .with(new RunFacts(
                        new RowCounts(fleet.rows(), 0, 0, fleet.quarantined().size()),
                        fleet.issueCounts(),
                        examples(fleet)));
    }

    private static Map<String, Object> examples(FleetToPublish fleet) {
        var outputs = new TreeMap<>(fleet.figures());
        outputs.put(
                "quarantine_examples",
                fleet.quarantined().stream()
                        .limit(5)
                        .map(row -> "OBJECTID " + row.objectId() + ": " + row.reason())
                        .collect(Collectors.joining("; ")));
        return outputs;
    }
}
