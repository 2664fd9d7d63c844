package dev.catavento.extractsigel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which days are captured, how, and what is kept of them. */
class CaptureIT {
    /** The generated archive reloads on the next day: other numbers and order, coordinates a hair beside. */
    private static final LocalDate DAY = LocalDate.of(2026, 3, 11);

    private Extraction extraction;

    @BeforeEach
    void newStore() {
        extraction = Extraction.fresh();
    }

    @Test
    void yesterdayIsStoredWholeAndProven() {
        var ended = extraction.task().run(Extraction.TASK);
        assertThat(ended.exitCode()).as(ended.stderr()).isZero();
        var report = ended.report();
        var rows = report.at("/rows/read").asInt();
        assertThat(rows).isPositive();
        assertThat(report.at("/rows/written").asInt()).isEqualTo(rows);
        assertThat(report.at("/outputs/state").asText()).isEqualTo("stored");
        assertThat(report.at("/outputs/count_before").asInt()).isEqualTo(rows);
        assertThat(report.at("/outputs/count_after").asInt()).isEqualTo(rows);
        assertThat(report.at("/outputs/provisional").asBoolean()).isFalse();
        assertThat(report.at("/outputs/source").asText()).startsWith("generated");
        assertThat(report.at("/outputs/source_max_updated_at").asText()).endsWith("Z");
        assertThat(ended.stderr()).contains("proven: ");
        assertThat(extraction.landed()).singleElement().satisfies(capture -> {
            assertThat(capture)
                    .containsEntry("day", Extraction.today().minusDays(1).toString());
            assertThat(capture).containsEntry("ids_received", String.valueOf(rows));
        });
        assertThat(extraction.store().value("SELECT sum(row_count) FROM raw.snapshot_page"))
                .isEqualTo("" + rows);
        assertThat(extraction.store().value("SELECT count(*) FROM raw.landed_page"))
                .isEqualTo("0");
        assertThat(extraction.store().value("SELECT is_demo FROM ops.store")).isEqualTo("t");
        assertThat(extraction.simulator().requests().get("last_user_agent").asText())
                .startsWith("Catavento/");
    }

    @Test
    void aCapturedDayIsNotAskedForAgainUnlessForced() {
        var archive = extraction.archive();
        archive.succeed(DAY);
        var landed = extraction.landed();
        extraction.simulator().resetRequests();
        var again = archive.run(DAY);
        assertThat(again.exitCode()).isEqualTo(99);
        assertThat(again.report().at("/outputs/reason").asText()).contains("captured at");
        assertThat(extraction.requests("total")).isZero();
        assertThat(extraction.landed()).isEqualTo(landed);
        var forced = archive.succeed(DAY, "--force").report();
        assertThat(forced.at("/outputs/state").asText()).isEqualTo("confirmed");
        assertThat(forced.at("/outputs/confirmed_by_day").asText()).isEqualTo(DAY.toString());
        assertThat(extraction.landed()).hasSize(2).element(0).isEqualTo(landed.getFirst());
    }

    @Test
    void theSameRowsAreConfirmedWhateverTheirNumbers() {
        var archive = extraction.archive();
        archive.succeed(DAY);
        var ended = archive.succeed(DAY.plusDays(1));
        var report = ended.report();
        assertThat(report.at("/outputs/state").asText()).isEqualTo("confirmed");
        assertThat(report.at("/outputs/confirmed_by_day").asText()).isEqualTo(DAY.toString());
        assertThat(report.at("/rows/unchanged").asInt())
                .isEqualTo(report.at("/rows/read").asInt());
        assertThat(report.at("/rows/written").asInt()).isZero();
        assertThat(ended.stderr()).contains("confirmed: same as the snapshot of " + DAY);
        assertThat(extraction.store().value("SELECT count(*) FROM raw.snapshot"))
                .isEqualTo("1");
        assertThat(extraction.store().value("SELECT count(*) FROM raw.landed_page"))
                .isEqualTo("0");
    }

    @Test
    void otherRowsAreStoredAndTheDayBeforeIsWhatTheyAreComparedWith() {
        var archive = extraction.archive();
        archive.succeed(DAY);
        var edited = archive.succeed(DAY.plusDays(2)).report();
        assertThat(edited.at("/outputs/state").asText()).isEqualTo("stored");
        var late = archive.succeed(DAY.plusDays(1)).report();
        assertThat(late.at("/outputs/confirmed_by_day").asText()).isEqualTo(DAY.toString());
    }

    @Test
    void todayIsProvisionalAndAskedForAgain() {
        var today = Extraction.today();
        assertThat(extraction.succeed(today).report().at("/outputs/provisional").asBoolean())
                .isTrue();
        assertThat(extraction.succeed(today).report().at("/outputs/state").asText())
                .isEqualTo("confirmed");
        assertThat(extraction.landed()).hasSize(2);
    }

    @Test
    void anOlderDayIsLostUnlessThereIsAnArchive() {
        var older = Extraction.today().minusDays(2);
        var lost = extraction.run(older);
        assertThat(lost.exitCode()).isEqualTo(99);
        assertThat(lost.report().at("/outputs/reason").asText()).contains("no history");
        assertThat(extraction.requests("total")).isZero();
        extraction.archive().succeed(older);
        var before = extraction.archive().run(LocalDate.of(1999, 1, 1));
        assertThat(before.exitCode()).isEqualTo(99);
        assertThat(before.report().at("/outputs/reason").asText())
                .contains("cannot give 1999-01-01", "has no day 1999-01-01");
    }
}
