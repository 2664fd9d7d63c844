package dev.catavento.source.arcgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lists of ids with gaps, and their ranges. */
class IdRangeTest {
    private static final ObjectIds IDS =
            new ObjectIds(Optional.of("OBJECTID"), new long[] {40, 7, 3, 100, 41, 42, 9, 8});

    @Test
    void rangesCoverTheListInOrder() {
        var all = IDS.range(Long.MIN_VALUE, Long.MAX_VALUE).orElseThrow();
        assertThat(all.split(3))
                .extracting(IdRange::toString)
                .containsExactly("rows 3 to 8", "rows 9 to 41", "rows 42 to 100");
        assertThat(all.halves()).extracting(IdRange::size).containsExactly(4, 4);
        assertThat(all.beginning(2).last()).isEqualTo(7);
        assertThat(all.beginning(99).size()).isEqualTo(8);
    }

    @Test
    void partsOfTheListAreFoundByTheirEnds() {
        assertThat(IDS.range(8, 41).orElseThrow().size()).isEqualTo(4);
        assertThat(IDS.range(4, 6)).isEmpty();
        assertThat(IDS.range(101, Long.MAX_VALUE)).isEmpty();
        assertThat(IDS.range(42, 42).orElseThrow()).hasToString("row 42");
    }

    @Test
    void aListIsNamedByItsIdsWhateverTheirOrder() {
        var same = new ObjectIds(Optional.empty(), new long[] {3, 7, 8, 9, 40, 41, 42, 100});
        assertThat(same).isEqualTo(IDS).hasSameHashCodeAs(IDS);
        assertThat(same.sha256()).isEqualTo(IDS.sha256()).hasSize(32);
        var other = new ObjectIds(Optional.empty(), new long[] {3, 7, 8, 9, 40, 41, 42, 101});
        assertThat(other).isNotEqualTo(IDS);
        assertThat(other.sha256()).isNotEqualTo(IDS.sha256());
    }

    @Test
    void repeatedIdsAreCounted() {
        assertThat(IDS.repeated()).isZero();
        assertThat(new ObjectIds(Optional.empty(), new long[] {1, 2, 2, 2}).repeated())
                .isEqualTo(2);
    }
}
