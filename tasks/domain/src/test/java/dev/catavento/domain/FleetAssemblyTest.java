package dev.catavento.domain;

import static dev.catavento.domain.TestTurbines.PLACE;
import static dev.catavento.domain.TestTurbines.north;
import static dev.catavento.domain.TestTurbines.row;
import static dev.catavento.domain.TestTurbines.turbine;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FleetAssemblyTest {

    @Test
    void repeatedRowsBecomeOneTurbineWithTheFullerValues() {
        var full = turbine(7, "A", PLACE);
        var poor = new WindTurbine(
                full.plant(),
                "A",
                north(PLACE, 0.2),
                new RatedPower(2100.0, 2.1),
                full.dimensions(),
                true,
                null,
                "RN",
                full.utm(),
                full.source());
        var fleet = assemble(row(poor, 1), row(full, 2));
        assertThat(fleet).singleElement().satisfies(turbine -> {
            assertThat(turbine.turbine()).isEqualTo(full);
            assertThat(turbine.sourced().findings())
                    .extracting(finding -> finding.rule() + " " + finding.field() + " " + finding.original())
                    .containsExactly(
                            "DUPLICATE_ROW  null", "DUPLICATE_CONFLICT POT_MW 2.1", "DUPLICATE_CONFLICT UF RN");
        });
    }

    @Test
    void aKnownValueBeatsNoneWhicheverRowHasIt() {
        var full = turbine(7, "A", PLACE);
        var other = new WindTurbine(
                full.plant(),
                "A",
                PLACE,
                full.power(),
                new Dimensions(null, 145.0, 100.0),
                null,
                "Owner S.A.",
                null,
                full.utm(),
                full.source());
        var lacking = new WindTurbine(
                full.plant(),
                "A",
                PLACE,
                full.power(),
                full.dimensions(),
                false,
                null,
                "BA",
                full.utm(),
                full.source());
        var merged = assemble(row(other, 1), row(lacking, 2)).getFirst().turbine();
        assertThat(merged.dimensions()).isEqualTo(full.dimensions());
        assertThat(merged.operating()).isFalse();
        assertThat(merged.ownerName()).isEqualTo("Owner S.A.");
        assertThat(merged.stateUf()).isEqualTo("BA");
    }

    @Test
    void twoTurbinesOnOneSpotAreFlaggedAndKept() {
        var fleet = assemble(row(7, "A", PLACE), row(7, "B", PLACE), row(8, "A", north(PLACE, 400)));
        assertThat(fleet).hasSize(3);
        assertThat(fleet.get(0).sourced().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(FleetRule.POSITION_SHARED);
            assertThat(finding.evidence()).isEqualTo("also there: Plant 7 B");
        });
        assertThat(fleet.get(2).sourced().findings()).isEmpty();
    }

    @Test
    void aDesignationRepeatedInThePlantIsFlaggedAndBothAreKept() {
        var fleet = assemble(row(7, "AEG02", PLACE), row(7, "AEG02", north(PLACE, 400)));
        assertThat(fleet).hasSize(2).extracting(FleetTurbine::id).doesNotHaveDuplicates();
        assertThat(fleet)
                .allSatisfy(turbine -> assertThat(turbine.sourced().findings())
                        .extracting(Finding::rule)
                        .containsExactly(FleetRule.DESIGNATION_REPEATED));
    }

    @Property(tries = 200)
    void theFleetDoesNotDependOnTheOrderOfRowsNorOnObjectIds(
            @ForAll("rows") List<SourcedTurbine> rows, @ForAll long seed) {
        var shuffled = new ArrayList<SourcedTurbine>();
        rows.forEach(row -> shuffled.add(row(row.turbine(), row.objectId() * 31 + 7)));
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(published(shuffled)).isEqualTo(published(rows));
    }

    @Property(tries = 200)
    void theValuesPublishedDoNotDependOnNoiseInThePositions(
            @ForAll("rows") List<SourcedTurbine> rows, @ForAll long seed) {
        var random = new Random(seed);
        var noisy = rows.stream()
                .map(row -> row(
                        row.turbine()
                                .at(new Position(
                                        row.turbine().position().longitude() + random.nextDouble(-1e-9, 1e-9),
                                        row.turbine().position().latitude() + random.nextDouble(-1e-9, 1e-9))),
                        1))
                .toList();
        assertThat(values(noisy)).isEqualTo(values(rows));
    }

    @Test
    void whatWasFoundInAFieldIsKeptWhereItsValueIs() {
        var full = turbine(7, "A", PLACE);
        var inKw = new WindTurbine(
                full.plant(),
                "A",
                PLACE,
                new RatedPower(4200.0, 4200.0),
                full.dimensions(),
                null,
                null,
                null,
                full.utm(),
                full.source());
        var withoutPower = new WindTurbine(
                full.plant(),
                "A",
                PLACE,
                RatedPower.UNKNOWN,
                full.dimensions(),
                true,
                "Owner S.A.",
                "BA",
                full.utm(),
                full.source());
        var fleet = assemble(
                new SourcedTurbine(inKw, 1, List.of(Finding.of(FleetRule.POWER_IN_KW, "POT_MW", 4200.0, 4.2, "kW"))),
                new SourcedTurbine(
                        withoutPower, 2, List.of(Finding.of(FleetRule.POWER_MISSING, "POT_MW", null, null, "none"))));
        assertThat(fleet.getFirst().turbine().power().kw()).isEqualTo(4200.0);
        assertThat(fleet.getFirst().sourced().findings())
                .extracting(Finding::rule)
                .containsExactly(FleetRule.POWER_IN_KW, FleetRule.DUPLICATE_ROW);
    }

    @Property(tries = 200)
    void noTurbineIsLostAndNoIdGivenTwice(@ForAll("rows") List<SourcedTurbine> rows) {
        var fleet = assemble(rows.toArray(SourcedTurbine[]::new));
        assertThat(fleet).extracting(FleetTurbine::id).doesNotHaveDuplicates();
        assertThat(rows)
                .allSatisfy(row -> assertThat(fleet)
                        .anySatisfy(turbine -> assertThat(turbine.turbine()
                                        .position()
                                        .distanceM(row.turbine().position()))
                                .isLessThanOrEqualTo(1)));
    }

    @Property(tries = 200)
    void aSecondDayWithTheSameRowsFindsTheSameTurbines(@ForAll("rows") List<SourcedTurbine> rows) {
        var first = assemble(rows.toArray(SourcedTurbine[]::new));
        var known = first.stream()
                .map(turbine -> new KnownTurbine(turbine.id(), turbine.turbine().key(), true))
                .toList();
        var second = new FleetAssembly(new TurbineIdentity(known)).assemble(new ArrayList<>(rows));
        assertThat(second).allMatch(FleetTurbine::known);
        assertThat(second.stream().map(FleetTurbine::id))
                .isEqualTo(first.stream().map(FleetTurbine::id).toList());
    }

    @Provide
    Arbitrary<List<SourcedTurbine>> rows() {
        var turbines = Combinators.combine(
                        Arbitraries.integers().between(1, 2),
                        Arbitraries.of("1", "01", "A"),
                        Arbitraries.of(0.0, 0.3, 40.0, 900.0),
                        Arbitraries.of("BA", "RN"))
                .as((plant, name, metres, uf) -> {
                    var t = turbine(plant, name, north(PLACE, metres));
                    return new WindTurbine(
                            t.plant(),
                            t.designation(),
                            t.position(),
                            t.power(),
                            t.dimensions(),
                            t.operating(),
                            t.ownerName(),
                            uf,
                            t.utm(),
                            t.source());
                });
        return turbines.map(turbine -> row(turbine, 1)).list().ofMinSize(1).ofMaxSize(12);
    }

    private static List<String> values(List<SourcedTurbine> rows) {
        return assemble(rows.toArray(SourcedTurbine[]::new)).stream()
                .map(turbine -> turbine.turbine().at(PLACE).toString())
                .sorted()
                .toList();
    }

    private static List<String> published(List<SourcedTurbine> rows) {
        return assemble(rows.toArray(SourcedTurbine[]::new)).stream()
                .map(turbine -> turbine.id() + " " + turbine.turbine() + " "
                        + turbine.sourced().findings())
                .toList();
    }

    private static List<FleetTurbine> assemble(SourcedTurbine... rows) {
        return new FleetAssembly(new TurbineIdentity(List.of())).assemble(new ArrayList<>(List.of(rows)));
    }
}
