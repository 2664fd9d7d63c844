package dev.catavento.extractsigel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.source.arcgis.ObjectIds;
import dev.catavento.source.http.SourceFailure;
import dev.catavento.task.ErrorKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may have happened to a set while it was read, and what it is called the second time. */
class ChangeTest {
    private static final Survey BEFORE = survey(1, 2, 3);
    private static final SourceFailure.UnexpectedRows OTHER =
            new SourceFailure.UnexpectedRows("rows 1 to 3: 1 missing");

    @Test
    void theSameIdsAndRowsAreNoChange() {
        assertThat(Change.between(BEFORE, survey(1, 2, 3), true).kind()).isEqualTo(Change.Kind.NONE);
    }

    @Test
    void oneGoneAndOneComeIsAChangeThoughTheCountIsTheSame() {
        var change = Change.between(BEFORE, survey(1, 2, 4), true);
        assertThat(change.kind()).isEqualTo(Change.Kind.OTHER_IDS);
        assertThat(change.reason()).isEqualTo("3 rows before and after, but not the same ones");
        assertThat(change.asFailure().kind()).isEqualTo(ErrorKind.SOURCE_CHANGING);
    }

    @Test
    void aReloadThatGivesTheSameNumbersToOtherRowsIsAChange() {
        var change = Change.between(BEFORE, survey(1, 2, 3), false);
        assertThat(change.kind()).isEqualTo(Change.Kind.OTHER_ROWS);
        assertThat(change.asFailure().kind()).isEqualTo(ErrorKind.SOURCE_CHANGING);
    }

    @Test
    void aPageThatContradictsAListThatStaysIsTheSourcesFault() {
        assertThat(Change.seenOnPage(OTHER, BEFORE, survey(2, 3)).kind()).isEqualTo(Change.Kind.OTHER_IDS);
        var contradiction = Change.seenOnPage(OTHER, BEFORE, survey(1, 2, 3));
        assertThat(contradiction.asFailure().kind()).isEqualTo(ErrorKind.SOURCE_INCOMPLETE);
        assertThat(contradiction.asFailure()).hasMessageContaining("1 missing");
    }

    @Test
    void theRowsReadFirstAreKnownAgainByTheirAttributes() {
        var first = new FleetRows.Witness(null, List.of(row(1, -42.0), row(2, Double.NaN)));
        assertThat(first.holds(List.of(row(2, 5), row(1, -42.1)))).isTrue();
        assertThat(first.holds(List.of(row(1, -42.0), row(3, -42.0)))).isFalse();
    }

    private static RowPrint row(long digest, double x) {
        return new RowPrint(digest, 0, x, x);
    }

    private static Survey survey(long... ids) {
        return new Survey(ids.length, new ObjectIds(Optional.empty(), ids));
    }
}
