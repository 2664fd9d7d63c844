package dev.catavento.extractsigel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A living layer knows two days, an archive all. */
class DayRuleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void aLivingLayerCanBeAskedForYesterdayAndToday() {
        var living = new DayRule(TODAY, false);
        assertThat(living.refusal(TODAY)).isEmpty();
        assertThat(living.refusal(TODAY.minusDays(1))).isEmpty();
        assertThat(living.refusal(TODAY.minusDays(2)))
                .hasValueSatisfying(reason -> assertThat(reason).contains("2026-02-27"));
        assertThat(living.provisional(TODAY)).isTrue();
        assertThat(living.provisional(TODAY.minusDays(1))).isFalse();
    }

    @Test
    void aFinalCaptureTakesUpOnlyWhatWasLandedAfterTheDay() {
        for (boolean archive : new boolean[] {false, true}) {
            var rule = new DayRule(TODAY, archive);
            assertThat(rule.takesUpSince(TODAY.minusDays(1))).isEqualTo("2026-03-01T03:00:00Z");
            assertThat(rule.takesUpSince(TODAY)).isEqualTo(Instant.EPOCH);
        }
    }

    @Test
    void anArchiveCanBeAskedForAnyDayAndTodayIsStillNotOver() {
        var archive = new DayRule(TODAY, true);
        assertThat(archive.refusal(LocalDate.of(1999, 1, 1))).isEmpty();
        assertThat(archive.provisional(TODAY)).isTrue();
    }
}
