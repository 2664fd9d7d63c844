package dev.catavento.systemtests;

import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TaskProcess.Ended;
import dev.catavento.testsupport.TestStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Extract, load, export as processes on one store, and what can be seen of the result from outside. */
final class Chain {
    private static final List<String> TABLES = List.of(
            "SELECT * FROM core.turbine_identity ORDER BY turbine_id",
            "SELECT * FROM core.wind_turbine ORDER BY turbine_id",
            "SELECT * FROM core.wind_turbine_object_id ORDER BY turbine_id",
            "SELECT rule, subject_id, field, original_value, result_value, first_seen_day, last_seen_day, resolved_day"
                    + " FROM ops.data_issue ORDER BY 1, 2, 3, 4",
            "SELECT dataset, day, row_count, counts FROM ops.release ORDER BY release_id",
            "SELECT dataset, first_day, row_count, md5(fingerprint_gzip) FROM raw.snapshot ORDER BY snapshot_id",
            "SELECT dataset, day, state, ids_received FROM raw.capture ORDER BY capture_id",
            "SELECT day, reason, source_row FROM ops.quarantined_row ORDER BY 1, 2, 3");

    private final TestStore store;
    private final TaskProcess tasks;
    private final Path exports;

    Chain(TestStore store, String layerUrl, Path exports) {
        this(
                store,
                new TaskProcess(store.environment())
                        .with("CATAVENTO_SIGEL_URL", layerUrl)
                        .with("CATAVENTO_EXPORT_DIR", exports.toString()),
                exports);
    }

    private Chain(TestStore store, TaskProcess tasks, Path exports) {
        this.store = store;
        this.tasks = tasks;
        this.exports = exports;
    }

    Chain with(String variable, String value) {
        return new Chain(store, tasks.with(variable, value), exports);
    }

    TaskProcess tasks() {
        return tasks;
    }

    TestStore store() {
        return store;
    }

    Path exports() {
        return exports;
    }

    /** How the three tasks ended. */
    record Ends(Ended extract, Ended load, Ended export) {
        String codes() {
            return extract.exitCode() + " " + load.exitCode() + " " + export.exitCode();
        }
    }

    Ends run(LocalDate day, String... more) {
        return new Ends(
                run("extract-sigel", day, more), run("load-postgis", day, more), run("export-tableau", day, more));
    }

    Ended run(String task, LocalDate day, String... more) {
        return tasks.run(task, arguments(task, day, more));
    }

    static String[] arguments(String task, LocalDate day, String... more) {
        var arguments = new ArrayList<String>(List.of("--day", day.toString()));
        if (!task.startsWith("extract")) {
            arguments.addAll(List.of("--dataset", "wind_fleet"));
        }
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** Everything a reader of the store and of the exports could notice, as one digest each. */
    Map<String, String> published() {
        var seen = new TreeMap<String, String>();
        for (var query : TABLES) {
            seen.put(query, digest(store.rows(query).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
        seen.putAll(exported());
        return seen;
    }

    /** When each file and link of the exports was last written. */
    Map<String, String> times() {
        var times = new TreeMap<String, String>();
        try (var files = Files.walk(exports)) {
            for (var file : (Iterable<Path>) files::iterator) {
                times.put(
                        exports.relativize(file).toString(),
                        Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                                .toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return times;
    }

    /** The files of the exports with digests; links with their targets. */
    Map<String, String> exported() {
        var seen = new TreeMap<String, String>();
        if (Files.exists(exports)) {
            try (var files = Files.walk(exports)) {
                for (var file : (Iterable<Path>) files::iterator) {
                    var name = exports.relativize(file).toString();
                    if (Files.isSymbolicLink(file)) {
                        seen.put(name, "-> " + Files.readSymbolicLink(file));
                    } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                        seen.put(name, digest(Files.readAllBytes(file)));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return seen;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
