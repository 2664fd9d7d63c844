package dev.catavento.watchstore;

import dev.catavento.watchstore.rules.Judgement;
import dev.catavento.watchstore.rules.Past;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/** Code worth having in the AOT cache. */
final class Rehearsal {
    private Rehearsal() {}

    static void play() {
        Judgement.of(new Past(Instant.EPOCH, LocalTime.NOON, List.of(), List.of(), Map.of(), null), List.of());
    }
}
