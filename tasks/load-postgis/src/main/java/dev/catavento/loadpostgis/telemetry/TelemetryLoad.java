package dev.catavento.loadpostgis.telemetry;

import dev.catavento.domain.telemetry.Shard;
import dev.catavento.store.Store;
import dev.catavento.store.fleet.TransactionLock;
import dev.catavento.store.telemetry.LandedTelemetry;
import dev.catavento.store.telemetry.TelemetryDay;
import dev.catavento.store.telemetry.TelemetryIssues;
import dev.catavento.store.telemetry.TelemetryKeys;
import dev.catavento.store.telemetry.TelemetryLoads;
import dev.catavento.store.telemetry.TelemetryLoads.Load;
import dev.catavento.task.ErrorKind;
import dev.catavento.task.TaskException;
import dev.catavento.task.TaskLock;
import dev.catavento.task.TaskRequest;
import dev.catavento.task.TaskResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Loads a landed day of a source of telemetry, or a shard of it, into {@code core}: in any order of days, shards beside
 * each other, all of a shard or nothing.
 */
@Singleton
public class TelemetryLoad {
    static final String DATASET = "telemetry";

    private final Store store;
    private final TaskLock lock;

    @Inject
    TelemetryLoad(Store store, TaskLock lock) {
        this.store = store;
        this.lock = lock;
    }

    /**
     * @param source its name in sources.yaml
     * @param overrideReason publish though the gate refuses, and why; null to obey the gate
     */
    public TaskResult load(TaskRequest request, String source, Shard shard, String overrideReason) {
        var name = "load " + DATASET + " " + source + " " + request.day() + " " + shard;
        try (var held = lock.take(name);
                var connection = store.open()) {
            var done = store.transaction(connection, open -> {
                TransactionLock.take(open, name);
                var landed = new LandedTelemetry(open).findDay(source, request.day(), shard);
                return landed.isEmpty()
                        ? Optional.of(notInRaw(request, source, shard))
                        : upToDate(open, request, landed.get()).map(load -> published(request, source, shard, load));
            });
            if (done.isPresent()) {
                return done.get();
            }
            int sourceId =
                    store.transaction(connection, open -> new TelemetryKeys(open).openDay(source, request.day()));
            return store.transaction(connection, open -> {
                TransactionLock.take(open, name);
                // again: it may have been removed or landed anew, and from here on it is kept
                var landed = new LandedTelemetry(open).findDay(source, request.day(), shard);
                if (landed.isEmpty()) {
                    return notInRaw(request, source, shard);
                }
                refuseOtherSignal(open, sourceId, landed.get());
                return new TelemetryPublication(open, request, overrideReason, sourceId, landed.get()).publish();
            });
        } catch (SQLException e) {
            throw store.failure(e);
        }
    }

    /** The load that holds already; what the newer landing says of turbines and issues is taken all the same. */
    private static Optional<Load> upToDate(Connection connection, TaskRequest request, TelemetryDay landed)
            throws SQLException {
        var loads = new TelemetryLoads(connection);
        var last = loads.find(landed.source(), landed.day(), landed.shard());
        if (request.force() || last.isEmpty() || !last.get().holds(landed)) {
            return Optional.empty();
        }
        if (last.get().telemetryDayId() != landed.id()) {
            int sourceId = last.get().sourceId();
            refuseOtherSignal(connection, sourceId, landed);
            var keys = new TelemetryKeys(connection);
            keys.signals(sourceId, landed);
            keys.mapTurbines(sourceId, landed); // the same statistics are of the same turbines
            loads.point(last.get(), landed);
            new TelemetryIssues(connection).merge(sourceId, landed, List.of());
        }
        return last;
    }

    private static void refuseOtherSignal(Connection connection, int sourceId, TelemetryDay landed)
            throws SQLException {
        var other = new TelemetryKeys(connection).findOtherSignal(sourceId, landed);
        if (other.isPresent()) {
            throw new TaskException(
                    ErrorKind.CONFIGURATION,
                    "signal " + other.get().signal() + " of source " + landed.source() + " was published in "
                            + other.get().before() + " and comes in "
                            + other.get().now(),
                    "give it another name in sources.yaml, or its former unit as stored_unit, and downsample the day"
                            + " again");
        }
    }

    private static TaskResult notInRaw(TaskRequest request, String source, Shard shard) {
        return TaskResult.nothingNew("no telemetry of " + source + " on " + request.day() + of(shard)
                + " is in raw, not yet or no more; downsample-telemetry's log and out.completeness say why");
    }

    private static TaskResult published(TaskRequest request, String source, Shard shard, Load load) {
        return TaskResult.nothingNew(
                request.day() + " of " + source + of(shard) + " is published already, as release " + load.releaseId());
    }

    private static String of(Shard shard) {
        return shard.equals(Shard.WHOLE) ? "" : ", shard " + shard + ",";
    }
}
