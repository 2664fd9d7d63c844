package dev.catavento.maintainstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.domain.telemetry.Shard;
import dev.catavento.store.telemetry.LandedTelemetry;
import dev.catavento.testsupport.PostgisServer;
import dev.catavento.testsupport.TaskProcess;
import dev.catavento.testsupport.TestStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes of landed telemetry and what stays, source by source, and that damage is named before anything goes. */
class TelemetryRetentionIT {
    private static final String LANDED = """
            SELECT string_agg(source || ' ' || day, ', ' ORDER BY source, day) FROM raw.telemetry_day WHERE removed_at IS %s
            """;
    private static final String COMPLETENESS = "SELECT * FROM out.completeness ORDER BY source, day";
    private static final String COUNTS = """
            SELECT (SELECT count(*) FROM raw.page) AS pages, (SELECT count(*) FROM raw.telemetry_input) AS answers,
                   (SELECT count(*) FROM raw.telemetry_statistics) AS blobs,
                   (SELECT count(*) FROM raw.telemetry_turbine) AS turbines,
                   (SELECT count(*) FROM raw.telemetry_day) AS landings
            """;

    private static final String WAITING = """
            SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
             WHERE d.datname = current_database() AND NOT l.granted AND l.mode = 'ExclusiveLock'
            """;

    private static TestStore aged;

    @TempDir
    private Path exports;

    private TestStore store;

    @BeforeAll
    static void aSourceOfSomeMonthsAndAnotherThatWasNeverLoaded() {
        aged = PostgisServer.shared().newStore();
        for (var day : new String[] {"2025-12-01", "2025-12-02", "2026-01-10", "2026-01-11", "2026-01-12"}) {
            release(land("a", day, "answer of " + day));
        }
        land("a", "2026-01-12", "a late answer");
        release(land("a", "2026-02-27", "answer of 2025-12-02")); // the same page as in December
        land("b", "2025-12-02", "answer of b");
        land("b", "2025-12-03", "another of b");
    }

    @BeforeEach
    void aCopy() {
        store = PostgisServer.shared().copyOf(aged);
    }

    @Test
    void beyondTheHorizonEachMonthsFirstStaysAndWhatIsStillToBeLoaded() {
        var completeness = store.rows(COMPLETENESS);
        var ended = maintain();
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(store.value(LANDED.formatted("NOT NULL"))).isEqualTo("a 2025-12-02, a 2026-01-11");
        assertThat(store.value(LANDED.formatted("NULL")))
                .isEqualTo(
                        "a 2025-12-01, a 2026-01-10, a 2026-01-12, a 2026-01-12, a 2026-02-27, b 2025-12-02, b 2025-12-03");
        assertThat(store.rows(COUNTS).getFirst())
                .containsEntry("pages", "7")
                .containsEntry("answers", "7")
                .containsEntry("blobs", "7")
                .containsEntry("turbines", "7")
                .containsEntry("landings", "9");
        assertThat(store.rows(COMPLETENESS)).isEqualTo(completeness);
        assertThat(ended.report().at("/outputs/telemetry_days_removed").asInt()).isEqualTo(2);
        assertThat(ended.report().at("/outputs/telemetry_blobs_removed").asInt())
                .isEqualTo(2);
        assertThat(ended.report().at("/outputs/telemetry_pages_removed").asInt())
                .isEqualTo(1);
        assertThat(ended.report().at("/rows/written").asInt()).isEqualTo(1);
        var counts = store.rows(COUNTS);
        assertThat(maintain().report().at("/outputs/telemetry_days_removed").asInt())
                .isZero();
        assertThat(store.rows(COUNTS)).isEqualTo(counts);
    }

    @Test
    void aDryRunSaysSoAndChangesNothing() {
        var counts = store.rows(COUNTS);
        var ended = maintain("--dry-run");
        assertThat(ended.report().at("/outputs/telemetry_days_removed").asInt()).isEqualTo(2);
        assertThat(ended.stderr()).contains("would remove 2 days of source a");
        assertThat(store.rows(COUNTS)).isEqualTo(counts);
        assertThat(store.value(LANDED.formatted("NOT NULL"))).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE raw.telemetry_statistics SET body = 'other' | statistics 0 of telemetry_day 1 (a of 2025-12-01) have another content
            DELETE FROM raw.telemetry_statistics WHERE telemetry_day_id = 1 | telemetry_day 1 (a of 2025-12-01) is not whole: its list of statistics
            UPDATE raw.telemetry_input SET sha256 = (SELECT sha256 FROM raw.telemetry_input WHERE telemetry_day_id = 2) WHERE telemetry_day_id = 1 | telemetry_day 1 (a of 2025-12-01) is not whole: its list of answers
            UPDATE raw.page SET body_gzip = (SELECT body_gzip FROM raw.page LIMIT 1) | (telemetry of
            """)
    void damageIsNamedAndNothingIsRemoved(String damage, String says) {
        store.execute(damage);
        var counts = store.rows(COUNTS);
        var ended = maintain();
        assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(65);
        assertThat(ended.report().at("/error/kind").asText()).isEqualTo("store-damaged");
        assertThat(ended.report().at("/error/message").asText()).contains(says);
        assertThat(store.rows(COUNTS)).isEqualTo(counts);
    }

    @Test
    void eachSourcesExportsHaveAFolderOfTheirOwn() throws IOException {
        for (var day : new String[] {"2025-12-01", "2026-02-27"}) {
            var folder = Files.createDirectories(exports.resolve("telemetry/a").resolve(day));
            Files.writeString(folder.resolve("telemetry.csv"), day);
            Files.writeString(folder.resolve("datapackage.json"), "{\"resources\": [{\"path\": \"telemetry.csv\"}]}");
        }
        var ended = AgedStore.maintain(task().with("CATAVENTO_EXPORT_KEEP_DAYS", "30"));
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(exports.resolve("telemetry/a")).isDirectoryContaining("glob:**2026-02-27");
        assertThat(exports.resolve("telemetry/a/2025-12-01")).doesNotExist();
        assertThat(ended.report().at("/outputs/foreign_files").asInt()).isZero();
    }

    @Test
    void aDayThatIsLandedMeanwhileIsNotTakenForOneThatIsPastItsTime() throws Exception {
        try (var landing = store.superuser();
                var statement = landing.createStatement()) {
            landing.setAutoCommit(false);
            statement.execute("""
                    INSERT INTO raw.telemetry_day (source, day, shard_index, shard_count, captured_at, kind, cadence_seconds,
                        zone, statistics_sha256, settings_sha256, rules_version, sample_count, valid_count, turbine_count,
                        window_count)
                    VALUES ('a', '2025-12-05', 1, 1, now(), 'samples', 60, '-03:00', sha256('late'), sha256(''), 'test', 1, 1,
                            1, 1)
                    """);
            var running = task().start("maintain-store", "--day", AgedStore.TODAY.toString());
            while (running.process().isAlive() && store.value(WAITING).equals("0")) {
                Thread.sleep(20);
            }
            landing.commit();
            var ended = task().await(running);
            assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        }
        assertThat(store.value(LANDED.formatted("NOT NULL"))).isEqualTo("a 2025-12-02, a 2026-01-11");
        assertThat(store.value(LANDED.formatted("NULL"))).contains("a 2025-12-05");
    }

    @Test
    void aDayThatIsBeingLoadedIsWaitedFor() throws Exception {
        var counts = store.rows(COUNTS);
        try (var load = store.superuser()) {
            load.setAutoCommit(false);
            assertThat(new LandedTelemetry(load).findDay("a", LocalDate.of(2025, 12, 2), Shard.WHOLE))
                    .isPresent();
            var ended = maintain();
            assertThat(ended.exitCode()).as(ended.stderr()).isEqualTo(75);
            assertThat(ended.report().at("/error/kind").asText()).isEqualTo("locked");
            assertThat(store.rows(COUNTS)).isEqualTo(counts);
            load.rollback();
        }
        assertThat(maintain().exitCode()).isZero();
        assertThat(store.value(LANDED.formatted("NOT NULL"))).isEqualTo("a 2025-12-02, a 2026-01-11");
    }

    @Test
    void whereNothingIsPastItsTimeNobodyIsWaitedFor() throws Exception {
        assertThat(maintain().exitCode()).isZero();
        try (var landing = store.superuser();
                var statement = landing.createStatement()) {
            landing.setAutoCommit(false);
            statement.execute("LOCK TABLE raw.telemetry_statistics IN ROW EXCLUSIVE MODE");
            var ended = maintain();
            assertThat(ended.exitCode()).as(ended.stderr()).isZero();
            landing.rollback();
        }
    }

    /** Why a day of a source was never landed or loaded stays; that another source's was does not matter. */
    @Test
    void ofTheLedgerGoesWhatNothingRestsOn() {
        for (var task : new String[] {"downsample-telemetry", "load-postgis"}) {
            run(task, "a", "2025-12-01", task + " of a landed day");
            run(task, "b", "2025-12-01", task + " of another's day");
            for (var source : new String[] {"a", "b"}) {
                run(task, source, "2026-02-27", task + " newest of " + source);
            }
        }
        var ended = task().run(
                        "maintain-store", "--day", LocalDate.now().minusDays(1).toString());
        assertThat(ended.report().at("/outputs/idle_runs_removed").asInt()).isEqualTo(2);
        assertThat(store.value(
                        "SELECT string_agg(run_id, ', ' ORDER BY run_id) FROM ops.task_run WHERE dataset = 'telemetry'"
                                + " AND run_id LIKE '% of a%' AND run_id NOT LIKE '%newest%'"))
                .isEqualTo("downsample-telemetry of another's day, load-postgis of another's day");
    }

    private TaskProcess task() {
        return new TaskProcess(store.environment())
                .with("CATAVENTO_EXPORT_DIR", exports.toString())
                .with("CATAVENTO_RAW_WHOLE_DAYS", "30");
    }

    private TaskProcess.Ended maintain(String... more) {
        return AgedStore.maintain(task(), more);
    }

    private void run(String task, String source, String day, String runId) {
        store.execute("""
                INSERT INTO ops.task_run (task, dataset, day, run_id, forced, outcome, exit_code, started_at, duration_ms,
                    rows_read, rows_written, rows_unchanged, rows_quarantined, issues, outputs)
                VALUES ('%s', 'telemetry', '%s', '%s', false, 'nothing-new', 99, now() - interval '200 days', 1, 0, 0, 0, 0,
                    '{}', jsonb_build_object('source', '%s'))
                """.formatted(task, day, runId.replace("'", "''"), source));
    }

    private static String land(String source, String day, String answer) {
        var body = answer.getBytes(StandardCharsets.UTF_8);
        aged.execute("INSERT INTO raw.page VALUES (sha256('%1$s'), %2$d, '\\x%3$s') ON CONFLICT DO NOTHING"
                .formatted(answer, body.length, HexFormat.of().formatHex(gzip(body))));
        var id = aged.value("""
                INSERT INTO raw.telemetry_day (source, day, shard_index, shard_count, captured_at, kind, cadence_seconds, zone,
                    input_sha256, statistics_sha256, settings_sha256, rules_version, sample_count, valid_count, turbine_count,
                    window_count)
                VALUES ('%1$s', '%2$s', 1, 1, now(), 'samples', 60, '-03:00', sha256(sha256('%3$s')),
                    sha256(sha256('statistics %2$s %3$s')), sha256(''), 'test', 1440, 1440, 1, 144)
                RETURNING telemetry_day_id
                """.formatted(source, day, answer));
        aged.execute("""
                INSERT INTO raw.telemetry_input VALUES (%1$s, 0, 'http://x', sha256('%3$s'));
                INSERT INTO raw.telemetry_statistics
                VALUES (%1$s, 0, 'A', 'A', 144, sha256('statistics %2$s %3$s'), 'statistics %2$s %3$s');
                INSERT INTO raw.telemetry_turbine VALUES (%1$s, 'A', NULL, NULL);
                INSERT INTO raw.telemetry_signal VALUES (%1$s, 0, 'power', 'kW', 'WTUR_W', false);
                """.formatted(id, day, answer));
        return id;
    }

    private static void release(String id) {
        aged.execute("""
                INSERT INTO ops.release (dataset, day, rules_version, row_count, counts, source, shard_index, shard_count,
                    telemetry_day_id)
                SELECT 'telemetry', day, 'test', 144, '{}', source, 1, 1, telemetry_day_id
                  FROM raw.telemetry_day WHERE telemetry_day_id = %s
                """.formatted(id));
    }

    private static byte[] gzip(byte[] body) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
