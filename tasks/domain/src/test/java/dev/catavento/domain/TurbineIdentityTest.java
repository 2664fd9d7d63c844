package dev.catavento.domain;

import static dev.catavento.domain.TestTurbines.PLACE;
import static dev.catavento.domain.TestTurbines.north;
import static dev.catavento.domain.TestTurbines.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurbineIdentityTest {
    private static final UUID A = UUID.fromString("aaaaaaaa-0000-5000-8000-000000000001");
    private static final UUID B = UUID.fromString("bbbbbbbb-0000-5000-8000-000000000002");

    @Test
    void aNewTurbineGetsTheSameIdEveryTime() {
        var one = identify(new TurbineIdentity(List.of()), row(7, "AEG 1", PLACE));
        var again = identify(new TurbineIdentity(List.of()), row(7, "AEG 1", PLACE));
        assertThat(one).isEqualTo(again);
        assertThat(one.known()).isFalse();
        assertThat(one.id().version()).isEqualTo(5);
        assertThat(one.id().variant()).isEqualTo(2);
    }

    @Test
    void aKnownTurbineIsFoundWithinAMetre() {
        var found = identify(new TurbineIdentity(List.of(known(A, PLACE), known(B, north(PLACE, 500)))), at(0.9));
        assertThat(found.id()).isEqualTo(A);
        assertThat(found.known()).isTrue();
    }

    @Test
    void aTurbineThatMovedIsFoundByItsNameWhereThatIsUnique() {
        assertThat(identify(new TurbineIdentity(List.of(known(A, PLACE))), at(30))
                        .id())
                .isEqualTo(A);
    }

    @Test
    void whereTheNameIsNotUniqueAMovedTurbineIsNew() {
        var identity = new TurbineIdentity(List.of(known(A, PLACE), known(B, north(PLACE, 500))));
        assertThat(identify(identity, at(30)).id()).isNotIn(A, B);
    }

    @Test
    void severalOfOneNameAreToldApartByPlaceWhateverTheirOrder() {
        var identity = new TurbineIdentity(List.of(known(A, PLACE), known(B, north(PLACE, 0.8))));
        var fleet = identity.identify(List.of(at(0.8), at(0.1)));
        assertThat(fleet).extracting(FleetTurbine::id).containsExactly(B, A);
    }

    @Test
    void aPositionWrittenDifferentlyStaysAsPublished() {
        var jittered = new Position(PLACE.longitude() + 1e-9, PLACE.latitude() - 1e-9);
        var found = identify(new TurbineIdentity(List.of(known(A, PLACE))), row(7, "AEG 1", jittered));
        assertThat(found.turbine().position()).isEqualTo(PLACE);
    }

    @Test
    void anIdThatItsFirstOwnerMovedAwayWithIsNotGivenAgain() {
        var first = row(7, "AEG 1", PLACE).turbine().key().derivedId(1);
        var moved = new KnownTurbine(first, new TurbineKey("id:7", "AEG 1", north(PLACE, 900)), true);
        var identity = new TurbineIdentity(List.of(moved));
        var fleet = identity.identify(List.of(at(900), at(0)));
        assertThat(fleet).extracting(FleetTurbine::id).doesNotHaveDuplicates().contains(first);
    }

    @Test
    void aNamesakeThatLeftTheFleetDoesNotStandInTheWay() {
        var gone = new KnownTurbine(B, new TurbineKey("id:7", "AEG 1", north(PLACE, 500)), false);
        assertThat(identify(new TurbineIdentity(List.of(known(A, PLACE), gone)), at(33))
                        .id())
                .isEqualTo(A);
    }

    @Test
    void theOnlyOneLeftOfANameIsTheOneThatMoved() {
        var identity = new TurbineIdentity(List.of(known(A, PLACE), known(B, north(PLACE, 500))));
        assertThat(identity.identify(List.of(at(0), at(530))))
                .extracting(FleetTurbine::id)
                .containsExactly(A, B);
    }

    @Test
    void aRowWithoutPlaceMayBeAnyOfItsNameThatWasNotReadToday() {
        var gone = new KnownTurbine(B, new TurbineKey("id:7", "AEG 1", north(PLACE, 500)), false);
        assertThat(new TurbineIdentity(List.of(known(A, PLACE), gone)).listByName("id:7", "AEG 1", Set.of()))
                .containsExactly(A);
        var both = new TurbineIdentity(List.of(known(A, PLACE), known(B, PLACE)));
        assertThat(both.listByName("id:7", "AEG 1", Set.of())).containsExactly(A, B);
        assertThat(both.listByName("id:7", "AEG 1", Set.of(A))).containsExactly(B);
        assertThat(new TurbineIdentity(List.of(known(A, PLACE))).listByPlace("id:7", north(PLACE, 0.5), Set.of()))
                .containsExactly(A);
    }

    private static SourcedTurbine at(double metresNorth) {
        return row(7, "AEG 1", north(PLACE, metresNorth));
    }

    private static KnownTurbine known(UUID id, Position position) {
        return new KnownTurbine(id, new TurbineKey("id:7", "AEG 1", position), true);
    }

    private static FleetTurbine identify(TurbineIdentity identity, SourcedTurbine row) {
        return identity.identify(List.of(row)).getFirst();
    }
}
