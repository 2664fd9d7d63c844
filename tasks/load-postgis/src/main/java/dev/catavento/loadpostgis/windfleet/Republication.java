package dev.catavento.loadpostgis.windfleet;

import dev.catavento.store.fleet.IssueMerge;
import dev.catavento.store.fleet.Release;
import dev.catavento.store.fleet.ReleaseBook;
import dev.catavento.task.RowCounts;
import dev.catavento.task.RunFacts;
import dev.catavento.task.TaskRequest;
import dev.catavento.task.TaskResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jboss.logging.Logger;

/** Publishes the same fleet for a further day: the source said the same, so {@code core} is not touched. */
final class Republication {
    private static final Logger LOG = Logger.getLogger(Republication.class);

    private final Connection connection;
    private final TaskRequest request;

    Republication(Connection connection, TaskRequest request) {
        this.connection = connection;
        this.request = request;
    }

    TaskResult publish(Release last) throws SQLException {
        new IssueMerge(connection, WindFleetLoad.DATASET).prolongAll(request.day());
        long release = new ReleaseBook(connection, WindFleetLoad.DATASET)
                .add(new ReleaseBook.Publication(
                        request.day(),
                        last.snapshotId(),
                        last.rulesVersion(),
                        request.runId(),
                        last.rowCount(),
                        last.countsJson(),
                        null));
        LOG.infof("release %d: the fleet of %s holds for %s too", release, last.day(), request.day());
        return TaskResult.completed(RunFacts.of(
                new RowCounts(0, 0, last.rowCount(), 0),
                Map.of("release_id", release, "same_as_day", last.day(), "turbines", last.rowCount())));
    }
}
