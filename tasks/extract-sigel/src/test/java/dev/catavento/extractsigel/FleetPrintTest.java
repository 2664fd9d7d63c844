package dev.catavento.extractsigel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** When two sets are the same one. */
class FleetPrintTest {
    private static final double HAIR = 0.9e-7;

    @Test
    void orderPlaysNoPartAndTheStoredFormIsWhole() {
        var rows = new ArrayList<>(List.of(row(3, 1, 1), row(1, 1, 1), row(2, Double.NaN, Double.NaN), row(2, -4, 5)));
        var print = FleetPrint.of(rows);
        Collections.reverse(rows);
        var read = FleetPrint.read(FleetPrint.of(rows).gzip());
        assertThat(read.sameAs(print)).isTrue();
        assertThat(read.gzip()).isEqualTo(print.gzip());
    }

    @Test
    void aHairIsTheSamePlaceAndMoreIsNot() {
        var there = List.of(row(1, -42.6, -14.4));
        assertThat(same(there, List.of(row(1, -42.6 + HAIR, -14.4 - HAIR)))).isTrue();
        assertThat(same(there, List.of(row(1, -42.6 + 1.1e-7, -14.4)))).isFalse();
        assertThat(same(there, List.of(row(1, -42.6, -14.4 - 1.1e-7)))).isFalse();
        assertThat(same(there, List.of(row(2, -42.6, -14.4)))).isFalse();
        assertThat(same(there, List.of())).isFalse();
        assertThat(same(List.of(), List.of())).isTrue();
    }

    @Test
    void noPlaceIsAPlaceOfItsOwn() {
        var nowhere = List.of(row(1, Double.NaN, Double.NaN));
        assertThat(same(nowhere, nowhere)).isTrue();
        assertThat(same(nowhere, List.of(row(1, 0, 0)))).isFalse();
        assertThat(same(List.of(row(1, 0, 0)), nowhere)).isFalse();
    }

    @Test
    void howOftenARowOccursCounts() {
        assertThat(same(
                        List.of(row(1, 0, 0), row(1, 0, 0), row(2, 0, 0)),
                        List.of(row(1, 0, 0), row(2, 0, 0), row(2, 0, 0))))
                .isFalse();
    }

    @Test
    void alikeRowsArePairedEvenWhereTheNearestIsTheWrongOne() {
        // sorted by x the first pairs are 1.5 hairs apart in y; only the crossed pairing works
        var before = List.of(row(1, 0, 0), row(1, HAIR / 2, 1.5 * HAIR));
        var after = List.of(row(1, 0, 1.5 * HAIR), row(1, HAIR / 2, 0));
        assertThat(same(before, after)).isTrue();
        // a chain: each can stand on two places, and the middle one must give way
        var chain = List.of(row(1, 0, 0), row(1, HAIR, 0), row(1, 2 * HAIR, 0));
        var shifted = List.of(row(1, HAIR, 0), row(1, 2 * HAIR, 0), row(1, 3 * HAIR, 0));
        assertThat(same(chain, shifted)).isTrue();
        assertThat(same(chain, List.of(row(1, HAIR, 0), row(1, 3 * HAIR, 0), row(1, 3 * HAIR, 0))))
                .isFalse();
    }

    @RepeatedTest(20)
    void jitteredGroupsAreTheSameAndAMovedRowIsFound(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var before = new ArrayList<RowPrint>();
        var after = new ArrayList<RowPrint>();
        for (int i = 0; i < 60; i++) {
            var row = row(random.nextInt(5), random.nextInt(4) * HAIR, random.nextInt(4) * HAIR);
            before.add(row);
            after.add(row(row.digestHigh(), row.x() + jitter(random), row.y() + jitter(random)));
        }
        Collections.shuffle(after, random);
        assertThat(same(before, after)).isTrue();
        var moved = after.removeLast();
        after.add(row(moved.digestHigh(), moved.x() + 1e-6, moved.y()));
        assertThat(same(before, after)).isFalse();
    }

    private static double jitter(Random random) {
        return (random.nextDouble() - 0.5) * 2 * HAIR;
    }

    private static boolean same(List<RowPrint> left, List<RowPrint> right) {
        return FleetPrint.of(left).sameAs(FleetPrint.of(right));
    }

    private static RowPrint row(long digest, double x, double y) {
        return new RowPrint(digest, 0, x, y);
    }
}
