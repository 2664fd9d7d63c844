package dev.catavento.watchstore.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slow runs and unusual counts: what is far from the usual, and what is not. */
class UsualRulesTest {
    private final SlowRuns slow = new SlowRuns();
    private final UnusualCounts unusual = new UnusualCounts();

    @ParameterizedTest
    @CsvSource({"20, 40, false", "20, 41, true", "3, 12, false", "3, 13, false", "3, 14, true"})
    void slowIsMoreThanTwiceTheMedianAndTenSecondsMore(long usual, long newest, boolean found) {
        assertThat(slow.find(days(6, usual, 100).extracted(0, newest, 100).past())
                        .isEmpty())
                .isEqualTo(!found);
    }

    @Test
    void fourRunsHaveNoMedian() {
        assertThat(slow.find(days(4, 20, 100).extracted(0, 400, 100).past())).isEmpty();
        assertThat(slow.find(days(5, 20, 100).extracted(0, 400, 100).past())).hasSize(1);
    }

    @Test
    void theNextRunInTimeIsTheRecovery() {
        var story = days(6, 20, 100).extracted(1, 400, 100);
        var open = slow.find(story.past()).getFirst();
        assertThat(slow.recovery(open, story.past())).isEmpty();
        assertThat(slow.recovery(open, story.extracted(0, 22, 100).past())).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"1050, false", "1051, true", "950, false", "949, true", "0, true"})
    void aSteadyCountMayMoveByFivePercent(long newest, boolean found) {
        assertThat(unusual.find(days(8, 20, 1000).extracted(0, 20, newest).past())
                        .isEmpty())
                .isEqualTo(!found);
    }

    @Test
    void aCountThatAlwaysMovesMayMoveFurther() {
        var story = new Story();
        for (int n = 8; n >= 1; n--) {
            story.extracted(n, 20, 1000 + (n % 2 == 0 ? 50 : -50));
        }
        assertThat(unusual.find(story.extracted(0, 20, 1190).past())).isEmpty();
        assertThat(unusual.find(story.extracted(0, 20, 1210).past())).hasSize(1);
    }

    @Test
    void sevenDaysBeforeItAreNeededAndARepeatedDayCountsOnce() {
        assertThat(unusual.find(days(6, 20, 1000)
                        .extracted(1, 20, 1000)
                        .extracted(0, 20, 9)
                        .past()))
                .isEmpty();
        assertThat(unusual.find(days(7, 20, 1000).extracted(0, 20, 9).past())).hasSize(1);
    }

    @Test
    void aBackfillOfAnOlderDayIsNotTheNewestDay() {
        assertThat(unusual.find(days(9, 20, 1000).extracted(20, 20, 5).past())).isEmpty();
    }

    @Test
    void theMedianIsNotMovedByAFew() {
        assertThat(Median.of(List.of(1.0, 2.0, 900.0))).isEqualTo(2);
        assertThat(Median.of(List.of(1.0, 3.0))).isEqualTo(2);
        assertThat(Median.deviation(List.of(1.0, 2.0, 900.0))).isEqualTo(1);
    }

    /** This many days up to yesterday. */
    private static Story days(int count, long seconds, long rows) {
        var story = new Story();
        for (int n = count; n >= 1; n--) {
            story.extracted(n, seconds, rows);
        }
        return story;
    }
}
