package dev.catavento.maintainstore;

import dev.catavento.testsupport.LandedFleet;
import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A store with some months of captures, of which a horizon of 30 days before {@link #TODAY} holds only the last. */
final class AgedStore {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    static final String CAPTURES = """
            SELECT day, snapshot_id IS NOT NULL AS has_content FROM raw.capture ORDER BY day
            """;

    final TestStore store = PostgisServer.shared().newStore();
    final Path exports;
    private final LandedFleet raw = new LandedFleet(store);

    AgedStore(Path exports) {
        this.exports = exports;
        long december = raw.land(LocalDate.of(2025, 12, 1), List.of("{\"a\":1}"));
        raw.land(LocalDate.of(2025, 12, 2), List.of("{\"a\":2}"));
        raw.confirm(LocalDate.of(2025, 12, 3), december);
        raw.land(LocalDate.of(2026, 1, 10), List.of("{\"a\":4}"));
        raw.land(LocalDate.of(2026, 1, 11), List.of("{\"a\":4}")); // another snapshot of the same page
        raw.land(LocalDate.of(2026, 1, 12), List.of("{\"a\":6}"));
        raw.land(LocalDate.of(2026, 2, 27), List.of("{\"a\":7}"));
    }

    TaskProcess task() {
        return new TaskProcess(store.environment())
                .with("CATAVENTO_EXPORT_DIR", exports.toString())
                .with("CATAVENTO_RAW_WHOLE_DAYS", "30");
    }

    TaskProcess.Ended maintain(String... more) {
        return maintain(task(), more);
    }

    static TaskProcess.Ended maintain(TaskProcess task, String... more) {
        var arguments = new java.util.ArrayList<>(List.of("--day", TODAY.toString()));
        arguments.addAll(List.of(more));
        return task.run("maintain-store", arguments.toArray(String[]::new));
    }

    /** Publishes these days, each by the snapshot of its own capture. */
    AgedStore publish(String... days) {
        for (var day : days) {
            publishBy(day, day);
        }
        return this;
    }

    /** Publishes a day by the snapshot of another. */
    void publishBy(String day, String snapshotOf) {
        store.execute("""
                INSERT INTO ops.release (dataset, day, snapshot_id, rules_version, row_count, counts)
                SELECT dataset, '%s', snapshot_id, 'test', 1, '{}' FROM raw.capture WHERE day = '%s'
                """.formatted(day, snapshotOf));
    }

    void publishTelemetry(String source, String day) {
        store.execute("""
                INSERT INTO ops.release (dataset, day, source, shard_index, shard_count, telemetry_day_id, rules_version,
                                         row_count, counts)
                VALUES ('telemetry', '%s', '%s', 1, 1, 1, 'test', 1, '{}')
                """.formatted(day, source));
    }

    /** A day's folder as an export leaves it, with one file beside the Data Package. */
    Path export(String day) throws IOException {
        var folder = Files.createDirectories(exports.resolve("wind_fleet").resolve(day));
        Files.writeString(folder.resolve("wind_farm.csv"), day);
        Files.writeString(folder.resolve("datapackage.json"), """
                {"name": "x", "resources": [{"path": "wind_farm.csv", "bytes": 10}], "sources": []}
                """);
        return folder;
    }

    void latest(String day) throws IOException {
        Files.createSymbolicLink(exports.resolve("wind_fleet/latest"), Path.of(day));
    }

    /** Names in the dataset's folder, hidden ones included. */
    List<String> exported() throws IOException {
        try (var entries = Files.list(exports.resolve("wind_fleet"))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /** The days that have content, and those that have lost it. */
    String withContent() {
        return days("t");
    }

    String withoutContent() {
        return days("f");
    }

    private String days(String hasContent) {
        return String.join(
                " ",
                store.rows(CAPTURES).stream()
                        .filter(row -> row.get("has_content").equals(hasContent))
                        .map(row -> row.get("day"))
                        .toList());
    }

    Map<String, String> counts() {
        return store.rows("""
                SELECT (SELECT count(*) FROM raw.page) AS pages, (SELECT count(*) FROM raw.snapshot) AS snapshots,
                       (SELECT count(*) FROM raw.snapshot_page) AS lists, (SELECT count(*) FROM raw.capture) AS captures,
                       (SELECT count(*) FROM ops.release) AS releases
                """).getFirst();
    }
}
