package dev.catavento.watchstore.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.store.watch.OpenIncident;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgementTest {
    @Test
    void whatIsOpenIsSeenAgainNotOpenedAgain() {
        var past = new Story().failed("bug", 1, 100).past();
        var first = Judgement.of(past, List.of());
        assertThat(first.opened()).hasSize(1);
        var open = new OpenIncident(1, Story.NOW, first.opened().getFirst());
        var second = Judgement.of(past, List.of(open));
        assertThat(second.opened()).isEmpty();
        assertThat(second.seenAgain()).containsOnlyKeys(open);
        assertThat(second.recovered()).isEmpty();
    }

    @Test
    void whatNothingIsHeardOfForAFortnightExpires() {
        var incident = Judgement.of(new Story().day(1, false, true).past(), List.of())
                .opened()
                .getFirst();
        var quiet = new Story().past();
        var recent = new OpenIncident(1, Story.NOW.minus(Duration.ofDays(13)), incident);
        var old = new OpenIncident(2, Story.NOW.minus(Duration.ofDays(15)), incident);
        assertThat(Judgement.of(quiet, List.of(recent, old)).expired()).containsExactly(old);
    }

    @Test
    void afterARecoveryTheSameCanHappenAgain() {
        var story = new Story().failed("bug", 1, 100);
        var open = new OpenIncident(
                1, Story.NOW, Judgement.of(story.past(), List.of()).opened().getFirst());
        assertThat(Judgement.of(story.completed(1, 50).past(), List.of(open)).recovered())
                .containsOnlyKeys(open);
        assertThat(Judgement.of(story.failed("bug", 1, 10).past(), List.of()).opened())
                .hasSize(1);
    }
}
