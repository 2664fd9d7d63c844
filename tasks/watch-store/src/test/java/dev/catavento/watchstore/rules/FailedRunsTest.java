package dev.catavento.watchstore.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.store.watch.Incident;
import dev.catavento.task.ErrorKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailedRunsTest {
    private final FailedRuns rule = new FailedRuns();

    @Test
    void theNewestFailureStandsForAll() {
        var found = find(new Story().failed("source-contract", 2, 3000).failed("source-contract", 1, 100));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().key()).isEqualTo("task-failed/load-postgis/wind_fleet");
        assertThat(found.getFirst().day()).isEqualTo(Story.TODAY.minusDays(1));
    }

    @Test
    void aRefusalIsAKindOfItsOwn() {
        assertThat(find(new Story().failed("publish-refused", 1, 100).failed("bug", 1, 90)))
                .extracting(Incident::kind)
                .containsExactly("task-failed", "publish-refused");
    }

    @Test
    void aProgramSEnglishWordsAreSaidToBeItsOwn() {
        var reason =
                find(new Story().failed("publish-refused", 1, 100)).getFirst().reason();
        assertThat(reason.en()).isEqualTo("load-postgis ended with 65: it failed");
        assertThat(reason.pt())
                .isEqualTo("load-postgis terminou com 65, publicação recusada; mensagem do programa: it failed");
    }

    @Test
    void theSameOrALaterDayDoneIsARecoveryAnEarlierOneOrASkipIsNot() {
        var failed = new Story().failed("bug", 2, 100);
        var open = find(failed).getFirst();
        assertThat(rule.recovery(open, failed.completed(3, 50).skipped(2, 40).past()))
                .isEmpty();
        assertThat(find(failed)).hasSize(1);
        assertThat(rule.recovery(open, failed.completed(1, 30).past())).isPresent();
        assertThat(find(failed)).isEmpty();
    }

    @Test
    void whatWasDoneBeforeItFailedIsNoRecovery() {
        var story = new Story().completed(1, 200).failed("bug", 1, 100);
        assertThat(rule.recovery(find(story).getFirst(), story.past())).isEmpty();
    }

    @Test
    void whoHeldTheLockWasUnderWayAndMendsIt() {
        var story = new Story()
                .run("load-postgis", 1, "completed", null, minutes(60), minutes(20), 9)
                .failed("locked", 1, 50);
        assertThat(find(story)).isEmpty();
    }

    @Test
    void aFailureThatIsTriedAgainCountsOnceTheSlowestTryWouldHaveEnded() {
        assertThat(find(new Story().failed("source-unavailable", 1, 119))).isEmpty();
        assertThat(find(new Story().failed("source-unavailable", 1, 121))).hasSize(1);
        assertThat(find(new Story().failed("source-contract", 1, 1))).hasSize(1);
    }

    @Test
    void everyKindOfErrorHasPortugueseWords() {
        for (var kind : ErrorKind.values()) {
            assertThat(FailureWords.of(kind.word())).as(kind.word()).isNotEqualTo(FailureWords.UNKNOWN);
        }
        assertThat(FailureWords.of("of-a-later-version")).isEqualTo(FailureWords.UNKNOWN);
    }

    private List<Incident> find(Story story) {
        return rule.find(story.past());
    }

    private static java.time.Duration minutes(long minutes) {
        return java.time.Duration.ofMinutes(minutes);
    }
}
