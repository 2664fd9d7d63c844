package dev.catavento.maintainstore;

import dev.catavento.maintainstore.exported.ExportCleaning;
import dev.catavento.maintainstore.raw.RawCheck;
import dev.catavento.maintainstore.raw.RawCleaning;
import dev.catavento.maintainstore.raw.TelemetryCleaning;
import dev.catavento.store.Store;
import dev.catavento.store.maintenance.IdleRuns;
import dev.catavento.store.maintenance.StoreDays;
import dev.catavento.store.maintenance.StoreStatistics;
import dev.catavento.store.maintenance.TelemetryRemoval;
import dev.catavento.task.BrasiliaTime;
import dev.catavento.task.RowCounts;
import dev.catavento.task.RunFacts;
import dev.catavento.task.Setting;
import dev.catavento.task.Settings;
import dev.catavento.task.TaskException;
import dev.catavento.task.TaskLock;
import dev.catavento.task.TaskResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.TreeMap;
import org.jboss.logging.Logger;

/** The steps in order, each complete in itself: a run that is broken off is completed by the next. */
@Singleton
public class Maintenance {
    private static final Logger LOG = Logger.getLogger(Maintenance.class);
    private static final int LONGEST = 36_500;
    private static final int IDLE_RUN_DAYS = 90;

    private final Settings settings;
    private final Store store;
    private final TaskLock lock;

    @Inject
    Maintenance(Settings settings, Store store, TaskLock lock) {
        this.settings = settings;
        this.store = store;
        this.lock = lock;
    }

    TaskResult perform(LocalDate day, boolean dryRun) {
        int rawDays = settings.getInteger(Setting.RAW_WHOLE_DAYS, 1, LONGEST);
        int exportDays = settings.getInteger(Setting.EXPORT_KEEP_DAYS, 1, LONGEST);
        try (var held = lock.take("maintain store");
                var connection = store.open()) {
            var folder = exports();
            long checked = store.transaction(connection, RawCheck::all);
            var outputs = new TreeMap<String, Object>();
            outputs.put("dry_run", dryRun);
            long removed = 0;
            try {
                var datasets = store.transaction(connection, StoreDays::listDatasets);
                var raw = new RawCleaning(store, connection, lock, day, rawDays, dryRun);
                datasets.forEach(raw::clean);
                outputs.putAll(raw.outputs());
                var sources = store.transaction(connection, TelemetryRemoval::listSources);
                var telemetry = new TelemetryCleaning(store, connection, day, rawDays, dryRun);
                sources.forEach(telemetry::clean);
                outputs.putAll(telemetry.outputs());
                removed = raw.removedPages() + telemetry.removedPages();
                cleanExports(connection, new ExportCleaning(folder, day, exportDays, dryRun), outputs);
                outputs.put("idle_runs_removed", store.transaction(connection, c -> removeIdleRuns(c, day, dryRun)));
                if (!dryRun) {
                    outputs.put("tables_analyzed", store.transaction(connection, StoreStatistics::refresh));
                }
                outputs.put("bytes", store.transaction(connection, StoreStatistics::sizes));
            } catch (TaskException failure) {
                throw failure.with(facts(checked, dryRun ? 0 : removed, outputs));
            }
            LOG.infof("done: %s", outputs);
            return TaskResult.completed(facts(checked, dryRun ? 0 : removed, outputs));
        } catch (SQLException e) {
            throw store.failure(e);
        }
    }

    private void cleanExports(Connection connection, ExportCleaning exports, TreeMap<String, Object> outputs) {
        for (var series : store.transaction(connection, StoreDays::listSeries)) {
            try (var held = lock.take(series.lock())) {
                exports.clean(series.folder(), store.transaction(connection, c -> StoreDays.listPublished(c, series)));
            }
        }
        outputs.putAll(exports.outputs());
    }

    private static long removeIdleRuns(Connection connection, LocalDate day, boolean dryRun) throws SQLException {
        var before =
                day.minusDays(IDLE_RUN_DAYS).atStartOfDay(BrasiliaTime.ZONE).toInstant();
        return IdleRuns.remove(connection, before, dryRun);
    }

    private static RunFacts facts(long checked, long removed, TreeMap<String, Object> outputs) {
        return RunFacts.of(new RowCounts(checked, removed, checked - removed, 0), outputs);
    }

    private Path exports() {
        var given = settings.get(Setting.EXPORT_DIR);
        try {
            return Path.of(given).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw settings.wrong(Setting.EXPORT_DIR, "is not a path: " + e.getMessage(), "give a folder");
        }
    }
}
