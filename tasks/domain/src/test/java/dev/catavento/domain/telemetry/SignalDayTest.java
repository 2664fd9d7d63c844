package dev.catavento.domain.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignalDayTest {
    private static final long AT = 1_000_000;

    @Test
    void theDigestTellsEveryValueAndNoSignOfZero() {
        var digest = day().digest();
        assertThat(day().digest()).isEqualTo(digest);
        var zero = day();
        zero.min[3] = -0.0;
        assertThat(zero.digest()).isEqualTo(digest);
        var swapped = day();
        swapped.mean[3] = 6;
        swapped.mean[4] = 5;
        assertThat(swapped.digest()).isNotEqualTo(digest);
        var later = day();
        later.last[3] = 60;
        assertThat(later.digest()).isNotEqualTo(digest);
    }

    @Test
    void aWindowThatSaysTheSameKeepsItsRevision() {
        var history = new WindowHistory();
        assertThat(history.step(day(), day(), AT)).isEqualTo(new WindowHistory.Revised(0, 0, 0));
        assertThat(history.blank()).isTrue();
    }

    @Test
    void changedWithdrawnAndNewWindowsAreRevised() {
        var coming = day();
        coming.mean[3] = 9;
        coming.n[4] = 0;
        coming.n[5] = 2;
        var history = new WindowHistory();
        assertThat(history.step(day(), coming, AT)).isEqualTo(new WindowHistory.Revised(2, 1, 10));
        assertThat(history.revision).startsWith(1, 1, 1, 2, 2, 2, 1);
        assertThat(history.withdrawn[4]).isTrue();
        assertThat(history.revisedAt[2]).isEqualTo(WindowHistory.NEVER);
        assertThat(history.revisedAt[3]).isEqualTo(AT);
        history.step(coming, day(), AT + 1);
        assertThat(history.withdrawn[4]).isFalse();
        assertThat(history.withdrawn[5]).isTrue();
        assertThat(history.revision[4]).isEqualTo((short) 3);
    }

    @Test
    void aDayIsJoinedFromItsWindows() {
        var figures = DayFigures.of(day());
        // ten of 5 (deviations 90 in all) and ten of 6 (none): mean 5.5, and 20 x 0.25 between the two
        assertThat(figures.n()).isEqualTo(20);
        assertThat(figures.mean()).isEqualTo(5.5);
        assertThat(figures.m2()).isEqualTo(95.0);
        assertThat(figures.min()).isEqualTo(0.0);
        assertThat(figures.max()).isEqualTo(8.0);
        assertThat(figures.windowsValid()).isEqualTo(2);
        assertThat(figures.firstSecond()).isEqualTo(1800);
        assertThat(figures.lastSecond()).isEqualTo(2400 + 540);
    }

    @Test
    void anEmptyDayHasNoFigures() {
        var figures = DayFigures.of(new SignalDay(false, 10, false));
        assertThat(figures.n()).isZero();
        assertThat(figures.mean()).isNaN();
        assertThat(figures.firstSecond()).isEqualTo(-1);
    }

    /** Windows 3 and 4 hold ten samples each. */
    private static SignalDay day() {
        var day = new SignalDay(false, 10, false);
        for (int w = 3; w < 5; w++) {
            day.n[w] = 10;
            day.mean[w] = w + 2;
            day.m2[w] = w == 3 ? 90 : 0;
            day.min[w] = w == 3 ? 0 : 6;
            day.max[w] = w == 3 ? 8 : 6;
            day.last[w] = 540;
        }
        return day;
    }
}
