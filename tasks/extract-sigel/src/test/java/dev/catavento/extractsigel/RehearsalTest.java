package dev.catavento.extractsigel;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** A rehearsal that fails would fail the build of the AOT cache. */
class RehearsalTest {
    @Test
    void itIsPlayedToTheEnd() {
        assertThatCode(Rehearsal::play).doesNotThrowAnyException();
    }
}
