package dev.catavento.loadpostgis.windfleet;

import dev.catavento.domain.FleetRule;
import dev.catavento.store.Store;
import dev.catavento.store.fleet.Capture;
import dev.catavento.store.fleet.Release;
import dev.catavento.store.fleet.ReleaseBook;
import dev.catavento.store.fleet.SnapshotReader;
import dev.catavento.store.fleet.TransactionLock;
import dev.catavento.task.TaskLock;
import dev.catavento.task.TaskRequest;
import dev.catavento.task.TaskResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;

/** Loads a captured day of the wind fleet into {@code core}: days in order, each by itself, all of it or nothing. */
@Singleton
public class WindFleetLoad {
    static final String DATASET = "wind_fleet";
    private static final String REHEARSED = """
            {"features":[{"attributes":{"OBJECTID":1,"POT_MW":4200,"NOME_EOL":"A ","DEN_AEG":"1","EOL_VERSAO_ID":1},
            "geometry":{"x":-40.5,"y":-9.5}}]}
            """;

    private final Store store;
    private final TaskLock lock;

    @Inject
    WindFleetLoad(Store store, TaskLock lock) {
        this.store = store;
        this.lock = lock;
    }

    /** @param overrideReason publish though the gate refuses, and why; null to obey the gate */
    public TaskResult load(TaskRequest request, String overrideReason) {
        try (var held = lock.take("load " + DATASET);
                var connection = store.open()) {
            return store.transaction(connection, open -> decide(open, request, overrideReason));
        } catch (SQLException e) {
            throw store.failure(e);
        }
    }

    private TaskResult decide(Connection connection, TaskRequest request, String overrideReason) throws SQLException {
        TransactionLock.take(connection, "load " + DATASET);
        var capture = new SnapshotReader(connection).findCapture(DATASET, request.day());
        if (capture.isEmpty()) {
            return TaskResult.nothingNew("no capture of " + request.day()
                    + " has been landed; extract-sigel's log and out.completeness say why");
        }
        var last = new ReleaseBook(connection, DATASET).findNewest();
        if (last.isPresent() && request.day().isBefore(last.get().day())) {
            return TaskResult.nothingNew("a newer day is published already ("
                    + last.get().day() + "); " + request.day() + " stays landed in raw");
        }
        if (!request.force() && last.isPresent() && current(last.get(), capture.get())) {
            return last.get().day().equals(request.day())
                    ? TaskResult.nothingNew(request.day() + " is published already, as release "
                            + last.get().id())
                    : new Republication(connection, request).publish(last.get());
        }
        return new Publication(connection, request, overrideReason).publish(capture.get(), last);
    }

    private static boolean current(Release last, Capture capture) {
        return last.snapshotId() == capture.snapshotId() && last.rulesVersion().equals(FleetRule.RULES_VERSION);
    }

    /** Code worth having in the AOT cache. */
    public void rehearse() throws IOException {
        var mapper = new SigelTurbineMapper(Instant.EPOCH);
        new SigelPageParser()
                .parse(new ByteArrayInputStream(REHEARSED.getBytes(StandardCharsets.UTF_8)), row -> mapper.map(row));
    }
}
