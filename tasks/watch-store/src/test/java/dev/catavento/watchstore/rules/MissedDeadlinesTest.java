package dev.catavento.watchstore.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.store.watch.Incident;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MissedDeadlinesTest {
    private final MissedDeadlines rule = new MissedDeadlines();

    @Test
    void aDayThatRanAndIsNotCompleteIsLateOneWithoutARunHasNone() {
        assertThat(rule.find(new Story().day(1, false, true).past()))
                .extracting(Incident::kind)
                .containsExactly("day-late");
        assertThat(rule.find(new Story().day(1, false, false).past()))
                .extracting(Incident::kind)
                .containsExactly("no-run");
        assertThat(rule.find(new Story().day(1, true, true).past())).isEmpty();
    }

    @Test
    void theReasonOfTheLedgerWhichIsEnglishIsQuotedInPortuguese() {
        var late = rule.find(new Story().day(1, false, true).past()).getFirst().reason();
        assertThat(late.pt())
                .isEqualTo(
                        "2026-03-09 de wind_fleet não está completo até 09:00; mensagem do programa: not loaded yet");
    }

    @Test
    void theDeadlineIsBrasiliasClock() {
        var story = new Story().day(1, false, true);
        assertThat(rule.find(story.at("2026-03-10T11:59:59Z").past())).isEmpty();
        assertThat(rule.find(story.at("2026-03-10T12:00:00Z").past())).hasSize(1);
    }

    @Test
    void beforeTodaysDeadlineTheDayBeforeYesterdayIsTheNewestDue() {
        var story = new Story().day(2, false, true).at("2026-03-10T11:00:00Z");
        assertThat(rule.find(story.past())).extracting(Incident::day).containsExactly(Story.TODAY.minusDays(2));
    }

    @Test
    void olderDaysOfABackfillRaiseNone() {
        assertThat(rule.find(
                        new Story().day(5, false, true).day(2, false, false).past()))
                .isEmpty();
    }

    @Test
    void aStoreThatWasNotInServiceAtTheDeadlineOwesNothing() {
        var story = new Story().day(1, false, true);
        assertThat(rule.find(story.inServiceSince(Instant.parse("2026-03-10T12:00:01Z"))
                        .past()))
                .isEmpty();
        assertThat(rule.find(story.inServiceSince(Instant.parse("2026-03-10T11:59:59Z"))
                        .past()))
                .hasSize(1);
    }

    @Test
    void onlyThatDayCompleteIsARecovery() {
        var open = rule.find(new Story().day(1, false, true).past()).getFirst();
        assertThat(rule.recovery(
                        open, new Story().day(2, true, true).day(1, false, true).past()))
                .isEmpty();
        assertThat(rule.recovery(open, new Story().day(1, true, true).past())).isPresent();
    }

    @Test
    void aCapturedDayThatALaterOneHasOvertakenIsOver() {
        var open = rule.find(new Story().day(1, false, true).past()).getFirst();
        var overtaken = new Story().overtaken(1, 0).past();
        assertThat(rule.recovery(open, overtaken))
                .hasValueSatisfying(said -> assertThat(said.en())
                        .isEqualTo("2026-03-09 is captured but was not published; 2026-03-10, which is newer,"
                                + " is published in its place"));
        assertThat(rule.find(overtaken)).isEmpty();
    }
}
