package dev.catavento.domain;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Which days stay: examples to read, and what holds for every set of days. */
class RawRetentionTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);

    @Test
    void insideTheHorizonAllStayBeyondItEachMonthsFirst() {
        var captured =
                days("2026-03-02", "2026-03-03", "2026-03-31", "2026-04-01", "2026-05-30", "2026-05-31", "2026-06-30");
        assertThat(new RawRetention(TODAY, 30, TODAY).kept(captured))
                .containsExactlyElementsOf(days("2026-03-02", "2026-04-01", "2026-05-30", "2026-05-31", "2026-06-30"));
    }

    @Test
    void theHorizonsLastDayIsInsideIt() {
        var captured = days("2026-05-01", "2026-05-30", "2026-05-31");
        assertThat(new RawRetention(TODAY, 30, TODAY).kept(captured)).contains(LocalDate.of(2026, 5, 31));
        assertThat(new RawRetention(TODAY, 30, TODAY).kept(captured)).doesNotContain(LocalDate.of(2026, 5, 30));
    }

    @Test
    void theNewestPublishedDayAndAllAfterItStayHoweverOld() {
        var captured = days("2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04");
        assertThat(new RawRetention(TODAY, 0, LocalDate.of(2020, 1, 3)).kept(captured))
                .containsExactlyElementsOf(days("2020-01-01", "2020-01-03", "2020-01-04"));
    }

    @Test
    void whileNothingIsPublishedEveryDayMayStillBeLoaded() {
        var captured = days("2020-01-01", "2020-01-02", "2020-01-03");
        assertThat(new RawRetention(TODAY, 0, null).kept(captured)).containsExactlyElementsOf(captured);
    }

    @Test
    void aHorizonIsNotNegative() {
        assertThatThrownBy(() -> new RawRetention(TODAY, -1, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void whatStaysWasCapturedAndStaysTheNextTimeToo(
            @ForAll Set<@IntRange(max = 1200) Integer> ago, @ForAll @IntRange(max = 900) int whole) {
        var captured = daysAgo(ago);
        var rule = new RawRetention(TODAY, whole, TODAY);
        var kept = rule.kept(captured);
        assertThat(captured).containsAll(kept);
        assertThat(rule.kept(kept)).isEqualTo(kept);
    }

    @Property
    void everyMonthThatWasCapturedKeepsItsFirstDay(
            @ForAll Set<@IntRange(max = 1200) Integer> ago, @ForAll @IntRange(max = 900) int whole) {
        var captured = daysAgo(ago);
        var kept = new RawRetention(TODAY, whole, TODAY).kept(captured);
        for (var day : captured) {
            var first = captured.stream()
                    .filter(other -> YearMonth.from(other).equals(YearMonth.from(day)))
                    .findFirst();
            assertThat(kept).contains(first.orElseThrow());
        }
    }

    @Property
    void onlyDaysBeyondTheHorizonGoAndOfThemOnlyThoseBeforeTheNewestPublished(
            @ForAll Set<@IntRange(max = 1200) Integer> ago,
            @ForAll @IntRange(max = 900) int whole,
            @ForAll @IntRange(max = 1200) int published) {
        var captured = daysAgo(ago);
        var gone = new TreeSet<>(captured);
        gone.removeAll(new RawRetention(TODAY, whole, TODAY.minusDays(published)).kept(captured));
        assertThat(gone).allMatch(day -> day.isBefore(TODAY.minusDays(whole)));
        assertThat(gone).allMatch(day -> day.isBefore(TODAY.minusDays(published)));
    }

    @Property
    void aLongerHorizonKeepsNoLessAndTimeBringsNothingBack(
            @ForAll Set<@IntRange(max = 1200) Integer> ago,
            @ForAll @IntRange(max = 900) int whole,
            @ForAll @IntRange(min = 1, max = 60) int more) {
        var captured = daysAgo(ago);
        var kept = new RawRetention(TODAY, whole, TODAY).kept(captured);
        assertThat(new RawRetention(TODAY, whole + more, TODAY).kept(captured)).containsAll(kept);
        assertThat(kept)
                .containsAll(new RawRetention(TODAY.plusDays(more), whole, TODAY.plusDays(more)).kept(captured));
    }

    private static TreeSet<LocalDate> daysAgo(Set<Integer> ago) {
        return ago.stream().map(days -> TODAY.minusDays(Math.abs(days))).collect(toCollection(TreeSet::new));
    }

    private static List<LocalDate> days(String... days) {
        return List.of(days).stream().map(LocalDate::parse).toList();
    }
}
