package dev.catavento.maintainstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes from raw and what stays, on a real store, as the role that may no more than this. */
class RawRetentionIT {
    private static final String GONE = "2025-12-02 2026-01-11 2026-01-12";
    private static final String KEPT = "2025-12-01 2025-12-03 2026-01-10 2026-02-27";

    @TempDir
    private Path exports;

    @Test
    void beyondTheHorizonEachMonthsFirstStaysAndWhatItSharesToo() {
        var aged = new AgedStore(exports).publish("2025-12-01", "2025-12-02", "2026-02-27");
        var ended = aged.maintain();
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(aged.withoutContent()).isEqualTo(GONE);
        assertThat(aged.withContent()).isEqualTo(KEPT);
        assertThat(aged.counts())
                .containsEntry("pages", "3")
                .containsEntry("snapshots", "3")
                .containsEntry("lists", "3");
        var report = ended.report();
        assertThat(report.at("/rows").toString())
                .isEqualTo("{\"read\":5,\"written\":2,\"unchanged\":3,\"quarantined\":0}");
        assertThat(report.at("/outputs/raw_days_removed").asInt()).isEqualTo(3);
        assertThat(report.at("/outputs/raw_snapshots_removed").asInt()).isEqualTo(3);
        assertThat(report.at("/outputs/tables_analyzed").asInt()).isGreaterThan(10);
        assertThat(report.at("/outputs/bytes/raw").asLong()).isPositive();
    }

    @Test
    void thatADayWasCapturedAndPublishedIsStillKnown() {
        var aged = new AgedStore(exports).publish("2025-12-02", "2026-02-27");
        var before = aged.store.rows("SELECT day, state, received, published FROM out.completeness ORDER BY day");
        assertThat(aged.maintain().exitCode()).isZero();
        assertThat(aged.store.rows("SELECT day, state, received, published FROM out.completeness ORDER BY day"))
                .isEqualTo(before);
        assertThat(aged.counts()).containsEntry("captures", "7").containsEntry("releases", "2");
    }

    @Test
    void aSecondRunFindsNothingLeftToRemove() {
        var aged = new AgedStore(exports).publish("2026-02-27");
        aged.maintain();
        var counts = aged.counts();
        var again = aged.maintain();
        assertThat(again.exitCode()).isZero();
        assertThat(again.report().at("/outputs/raw_days_removed").asInt()).isZero();
        assertThat(aged.counts()).isEqualTo(counts);
    }

    @Test
    void aDryRunSaysWhatItWouldRemoveAndChangesNothing() {
        var aged = new AgedStore(exports).publish("2026-02-27");
        var before = aged.counts();
        var ended = aged.maintain("--dry-run");
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        assertThat(ended.report().at("/outputs/raw_pages_removed").asInt()).isEqualTo(2);
        assertThat(ended.report().at("/outputs/dry_run").asBoolean()).isTrue();
        assertThat(ended.report().at("/rows/written").asInt()).isZero();
        assertThat(ended.stderr()).contains("would remove 3 days", "2025-12-02");
        assertThat(aged.counts()).isEqualTo(before);
        assertThat(aged.withoutContent()).isEmpty();
    }

    @Test
    void aLoadThatIsDueFindsWhatItNeeds() {
        var nothingPublished = new AgedStore(exports);
        assertThat(nothingPublished.maintain().exitCode()).isZero();
        assertThat(nothingPublished.withoutContent()).isEmpty();
        var behind = new AgedStore(exports).publish("2026-01-11");
        assertThat(behind.maintain().exitCode()).isZero();
        assertThat(behind.withoutContent()).isEqualTo("2025-12-02");
    }

    @Test
    void whatAKeptDaysReleaseWasMadeOfStays() {
        var aged = new AgedStore(exports).publish("2026-02-27");
        aged.publishBy("2025-12-01", "2025-12-02");
        aged.maintain();
        assertThat(aged.withoutContent()).isEqualTo("2026-01-11 2026-01-12");
    }

    @Test
    void leftOversOfExtractionsGoAfterTwoDays() {
        var aged = new AgedStore(exports).publish("2026-02-27");
        for (var age : List.of("1 day", "3 days")) {
            aged.store.execute("""
                    INSERT INTO raw.landed_page VALUES ('wind_fleet', '2026-02-28', '\\x01', 1, 1, 1,
                        sha256('%1$s'), 1, '\\x00', now() - interval '%1$s')
                    ON CONFLICT (dataset, day, id_list_sha256, first_object_id, last_object_id)
                    DO NOTHING
                    """.formatted(age).replace("1, 1, 1,", age.charAt(0) + ", 9, 1,"));
        }
        var ended = aged.maintain();
        assertThat(ended.report().at("/outputs/left_over_pages_removed").asInt())
                .isEqualTo(1);
        assertThat(aged.store.value("SELECT first_object_id FROM raw.landed_page"))
                .isEqualTo("1");
    }

    @Test
    void statisticsAreMadeAnew() {
        var aged = new AgedStore(exports);
        // a partitioned table holds no rows itself: PostgreSQL notes no analysis of it
        var tables = "SELECT count(*) FROM pg_stat_user_tables JOIN pg_class ON oid = relid AND relkind = 'r'"
                + " WHERE schemaname = 'core'";
        var never = tables + " AND last_analyze IS NULL";
        assertThat(aged.store.value(never)).isEqualTo(aged.store.value(tables)).isNotEqualTo("0");
        aged.maintain();
        assertThat(aged.store.value(never)).isEqualTo("0");
    }

    @Test
    void aHorizonThatIsNoneIsForThePerson() {
        var aged = new AgedStore(exports);
        for (var wrong : Map.of("CATAVENTO_RAW_WHOLE_DAYS", "0", "CATAVENTO_EXPORT_KEEP_DAYS", "soon")
                .entrySet()) {
            var ended = AgedStore.maintain(aged.task().with(wrong.getKey(), wrong.getValue()));
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.report().at("/error/message").asText())
                    .isEqualTo(wrong.getKey() + " is '" + wrong.getValue() + "'");
        }
        var future = aged.task()
                .run("maintain-store", "--day", LocalDate.now().plusYears(1).toString());
        assertThat(future.exitCode()).isEqualTo(2);
    }
}
