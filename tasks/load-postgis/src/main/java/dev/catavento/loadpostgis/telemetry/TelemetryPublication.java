package dev.catavento.loadpostgis.telemetry;

import dev.catavento.domain.telemetry.ShrinkGate;
import dev.catavento.store.AuditTrail;
import dev.catavento.store.telemetry.LandedTelemetry;
import dev.catavento.store.telemetry.PublishedSeries.Key;
import dev.catavento.store.telemetry.SeriesTable;
import dev.catavento.store.telemetry.TelemetryDay;
import dev.catavento.store.telemetry.TelemetryIssues;
import dev.catavento.store.telemetry.TelemetryKeys;
import dev.catavento.store.telemetry.TelemetryLoads;
import dev.catavento.store.telemetry.TelemetryReleases;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.Progress;
import dev.catavento.task.RowCounts;
import dev.catavento.task.RunFacts;
import dev.catavento.task.RunReportJson;
import dev.catavento.task.Stop;
import dev.catavento.task.TaskException;
import dev.catavento.task.TaskRequest;
import dev.catavento.task.TaskResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jboss.logging.Logger;

/** Publishes a landed day of a source, or a shard of it, within one transaction of the caller's. */
final class TelemetryPublication {
    private static final Logger LOG = Logger.getLogger(TelemetryPublication.class);

    private final Connection connection;
    private final TaskRequest request;
    private final String overrideReason;
    private final int sourceId;
    private final TelemetryDay landed;

    TelemetryPublication(
            Connection connection, TaskRequest request, String overrideReason, int sourceId, TelemetryDay landed) {
        this.connection = connection;
        this.request = request;
        this.overrideReason = overrideReason;
        this.sourceId = sourceId;
        this.landed = landed;
    }

    TaskResult publish() throws SQLException {
        LOG.infof("reading %,d rows of %,d turbines", landed.rows(), landed.turbines());
        var loads = new TelemetryLoads(connection);
        int loadId = loads.record(sourceId, landed);
        var counts = merge(loads, loadId);
        var override = passGate(counts);
        loads.count(loadId, counts.samples());
        var issues = new TelemetryIssues(connection).merge(sourceId, landed, counts.gone());
        var figures = counts.figures();
        figures.put("turbines", (long) landed.turbines());
        long release = new TelemetryReleases(connection)
                .add(
                        landed,
                        request.runId(),
                        Math.toIntExact(counts.windows()),
                        RunReportJson.object(figures),
                        override);
        if (override != null) {
            new AuditTrail(connection)
                    .record(
                            request.requestedBy(),
                            AuditTrail.Action.OVERRIDE_GATE,
                            "load-postgis",
                            TelemetryLoad.DATASET,
                            request.day(),
                            request.runId(),
                            override);
        }
        figures.put("release_id", release);
        LOG.infof("release %d: %s", release, figures);
        return TaskResult.completed(
                new RunFacts(new RowCounts(landed.rows(), counts.written(), counts.unchanged(), 0), issues, figures));
    }

    private MergeCounts merge(TelemetryLoads loads, int loadId) throws SQLException {
        var keys = new TelemetryKeys(connection);
        var signals = keys.signals(sourceId, landed);
        var turbines = keys.turbines(sourceId, landed);
        var table = new SeriesTable(connection, landed.day());
        long at = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        var merge = new DayMerge(table, landed, loadId, at, table.listKnown(sourceId));
        var progress = new Progress("merging " + landed.source(), "turbines", landed.turbines());
        var reader = new LandedTelemetry(connection);
        try (var days = new TurbineDays(new StatisticsColumns(landed, reader.listSignals(landed)))) {
            StatisticsFile.Sink sink = turbine -> {
                var number = turbines.get(turbine.turbine());
                if (number == null) {
                    throw new IllegalStateException("turbine " + turbine.turbine()
                            + " has statistics and is not in raw.telemetry_turbine of telemetry_day "
                            + landed.id());
                }
                for (int i = 0; i < signals.size(); i++) {
                    merge.add(new Key(number, signals.get(i)), turbine.signals().get(i));
                }
                progress.add(1);
            };
            reader.eachBlob(landed, (ordinal, parquet, rows) -> days.add(ordinal, parquet, rows, sink));
            days.finish(sink);
        } catch (InterruptedException e) {
            throw Stop.asFailure();
        }
        merge.withdrawMissing();
        var replaced = loads.retireReplaced(sourceId, landed);
        if (!replaced.isEmpty()) {
            for (var left : table.listKnown(sourceId).values()) {
                if (replaced.contains(left.loadId())) {
                    merge.withdraw(left);
                }
            }
        }
        return merge.finish();
    }

    /** The override reason where it was needed, else null; throws where the gate refuses and nobody overrides. */
    private String passGate(MergeCounts counts) {
        var refusal = ShrinkGate.refuse(counts.samplesLoaded(), counts.samplesLost());
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
                        "look whether the source still has the samples and downsample the day again; if they are gone for"
                                + " good, run again with --override-gate \"REASON\"; what is published stays as it is")
                .with(new RunFacts(new RowCounts(landed.rows(), 0, 0, 0), Map.of(), counts.figures()));
    }
}
