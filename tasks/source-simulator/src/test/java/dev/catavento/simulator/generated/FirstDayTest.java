package dev.catavento.simulator.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.simulator.layer.Fleet;
import dev.catavento.simulator.layer.LayerField;
import dev.catavento.simulator.layer.Position;
import dev.catavento.simulator.layer.SourceRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every count that is known of the real layer holds in the generated one. */
class FirstDayTest {

    private static final Fleet FLEET = FirstDay.make(2026, 1);

    private static Stream<SourceRow> rows() {
        return Arrays.stream(FLEET.rows());
    }

    private static long count(Predicate<SourceRow> wanted) {
        return rows().filter(wanted).count();
    }

    private static <T> long distinct(Function<SourceRow, T> value) {
        return rows().map(value).filter(Objects::nonNull).distinct().count();
    }

    private static String text(SourceRow row, LayerField field) {
        return row.text(field) == null ? "" : row.text(field);
    }

    private static double power(SourceRow row) {
        return row.number(LayerField.POT_MW);
    }

    private static double repairedMw(SourceRow row) {
        double power = power(row);
        return power >= 1000 ? power / 1000 : power < 0.1 ? power * 1000 : power;
    }

    @Test
    void rowsAndStatus() {
        assertThat(FLEET.size()).isEqualTo(23_522);
        assertThat(count(row -> "Não".equals(row.text(LayerField.OPERACAO)))).isEqualTo(12_878);
        assertThat(count(row -> "Sim".equals(row.text(LayerField.OPERACAO)))).isEqualTo(10_421);
        assertThat(count(row -> "1".equals(row.text(LayerField.OPERACAO)))).isEqualTo(17);
        assertThat(count(row -> row.text(LayerField.OPERACAO) == null)).isEqualTo(206);
    }

    @Test
    void nulls() {
        assertThat(count(row -> row.get(LayerField.ALT_TORRE) == null)).isEqualTo(4);
        assertThat(rows().filter(row -> row.get(LayerField.ALT_TORRE) == null)
                        .map(row -> row.text(LayerField.NOME_EOL)))
                .containsOnly("Serra de Gentio do Ouro XXIII");
        assertThat(count(row -> row.get(LayerField.ORIGEM) == null)).isEqualTo(23_522);
        List<SourceRow> lost = rows().filter(row -> row.plantId() == null).toList();
        assertThat(lost).hasSize(9).allSatisfy(row -> {
            assertThat(row.text(LayerField.NOME_EOL)).isEqualTo("Asa Branca III");
            assertThat(row.get(LayerField.PROPRIETARIO)).isNull();
            assertThat(row.get(LayerField.UF)).isNull();
            assertThat(row.get(LayerField.CEG)).isNull();
        });
        assertThat(count(row -> row.get(LayerField.CEG) == null)).isEqualTo(9);
        assertThat(count(row -> row.get(LayerField.PROPRIETARIO) == null)).isEqualTo(9);
    }

    @Test
    void states() {
        Map<String, Long> byState =
                rows().collect(Collectors.groupingBy(row -> text(row, LayerField.UF), Collectors.counting()));
        assertThat(byState)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("BA", 8184L),
                        Map.entry("RN", 5308L),
                        Map.entry("RS", 2902L),
                        Map.entry("CE", 2059L),
                        Map.entry("PI", 2045L),
                        Map.entry("PB", 1405L),
                        Map.entry("PE", 755L),
                        Map.entry("MG", 330L),
                        Map.entry("SC", 194L),
                        Map.entry("MA", 193L),
                        Map.entry("PR", 76L),
                        Map.entry("SE", 23L),
                        Map.entry("AL", 22L),
                        Map.entry("RJ", 17L),
                        Map.entry("", 9L)));
    }

    @Test
    void plantsNamesOwners() {
        assertThat(distinct(SourceRow::plantId)).isEqualTo(2534);
        assertThat(distinct(row -> row.text(LayerField.NOME_EOL))).isEqualTo(2528);
        assertThat(distinct(row -> row.text(LayerField.PROPRIETARIO))).isEqualTo(1324);
        long largest = rows()
                .filter(row -> row.plantId() != null)
                .collect(Collectors.groupingBy(SourceRow::plantId, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(n -> n)
                .max()
                .orElseThrow();
        assertThat(largest).isEqualTo(140);
    }

    @Test
    void powersInTheWrongUnit() {
        assertThat(count(row -> power(row) == 4200)).isEqualTo(12);
        assertThat(count(row -> power(row) == 6750)).isEqualTo(1);
        assertThat(count(row -> power(row) == 3032)).isEqualTo(8);
        assertThat(count(row -> power(row) >= 1000)).isEqualTo(21);
        assertThat(count(row -> power(row) == 0.0042)).isEqualTo(330);
        assertThat(count(row -> power(row) == 0.006)).isEqualTo(64);
        assertThat(count(row -> power(row) == 0.0062)).isEqualTo(114);
        assertThat(count(row -> power(row) < 0.1)).isEqualTo(508);
        assertThat(count(row -> power(row) < 0.1 && !"Não".equals(row.text(LayerField.OPERACAO))))
                .isZero();
    }

    @Test
    void powersThatAreRight() {
        assertThat(count(row -> power(row) == 0.5)).isEqualTo(16);
        assertThat(rows().filter(row -> power(row) == 12).map(row -> row.text(LayerField.NOME_EOL)))
                .hasSize(60)
                .containsOnly("Marítimo Asa Branca I");
        assertThat(count(row -> repairedMw(row) < 0.5 || repairedMw(row) > 12)).isZero();
        double operating = rows().filter(
                        row -> "Sim".equals(row.text(LayerField.OPERACAO)) || "1".equals(row.text(LayerField.OPERACAO)))
                .mapToDouble(FirstDayTest::repairedMw)
                .sum();
        assertThat(operating).isBetween(26_500.0, 28_500.0);
    }

    @Test
    void specificPower() {
        List<Double> all = rows().map(
                        row -> repairedMw(row) * 1e6 / (Math.PI / 4 * Math.pow(row.number(LayerField.DIAM_ROTOR), 2)))
                .toList();
        assertThat(all).allMatch(value -> value > 122.5 && value < 689.9);
        assertThat(all.stream().filter(value -> value < 150)).hasSize(14);
        assertThat(all.stream().filter(value -> value > 650)).hasSize(7);
    }

    private static double mismatch(SourceRow row) {
        return Math.abs(row.number(LayerField.ALT_TOTAL)
                - row.number(LayerField.ALT_TORRE)
                - row.number(LayerField.DIAM_ROTOR) / 2);
    }

    @Test
    void heights() {
        List<SourceRow> known =
                rows().filter(row -> row.get(LayerField.ALT_TORRE) != null).toList();
        assertThat(known.stream().filter(row -> mismatch(row) > 1)).hasSize(223);
        assertThat(known.stream().filter(row -> mismatch(row) > 5)).hasSize(151);
        assertThat(known.stream()
                        .filter(row -> row.number(LayerField.ALT_TOTAL).equals(row.number(LayerField.ALT_TORRE))))
                .hasSize(29);
    }

    private record Turbine(String name, String designation, Position position) {
        static Turbine of(SourceRow row) {
            return new Turbine(row.text(LayerField.NOME_EOL), row.text(LayerField.DEN_AEG), row.position());
        }
    }

    @Test
    void repeatedRows() {
        var groups = rows().collect(Collectors.groupingBy(Turbine::of)).values();
        assertThat(groups.stream().mapToInt(group -> group.size() - 1).sum()).isEqualTo(22);
        for (var expected : Map.of(LayerField.UF, 3, LayerField.POT_MW, 2, LayerField.OPERACAO, 1)
                .entrySet()) {
            assertThat(groups.stream()
                            .filter(group -> group.stream()
                                            .map(row -> String.valueOf(row.get(expected.getKey())))
                                            .distinct()
                                            .count()
                                    > 1))
                    .as("pairs that disagree in %s", expected.getKey())
                    .hasSize(expected.getValue());
        }
    }

    @Test
    void severalDesignationsOnOneSpot() {
        var spots = rows().collect(Collectors.groupingBy(
                        SourceRow::position,
                        Collectors.mapping(row -> row.text(LayerField.DEN_AEG), Collectors.toSet())))
                .values();
        assertThat(spots.stream().mapToInt(names -> names.size() - 1).sum()).isEqualTo(30);
    }

    @Test
    void oneDesignationSeveralTimesInAPlant() {
        var apart = rows()
                .filter(row -> row.plantId() != null)
                .collect(Collectors.groupingBy(
                        row -> row.plantId() + " " + row.text(LayerField.DEN_AEG),
                        Collectors.mapping(SourceRow::position, Collectors.toSet())))
                .values()
                .stream()
                .filter(places -> places.size() > 1)
                .map(java.util.Set::size)
                .sorted()
                .toList();
        assertThat(apart).containsExactly(2, 2, 2, 2, 2, 2, 2, 6);
    }

    @Test
    void spellings() {
        assertThat(count(row -> text(row, LayerField.PROPRIETARIO).contains("\r\n")))
                .isEqualTo(43);
        assertThat(count(row -> !text(row, LayerField.PROPRIETARIO).strip().equals(text(row, LayerField.PROPRIETARIO))))
                .isEqualTo(48);
        assertThat(count(row -> !row.text(LayerField.NOME_EOL).strip().equals(row.text(LayerField.NOME_EOL))))
                .isEqualTo(49);
        assertThat(count(row -> row.text(LayerField.NOME_EOL).endsWith("\r"))).isEqualTo(29);
        assertThat(count(row -> row.text(LayerField.NOME_EOL).contains("\""))).isPositive();
    }

    @Test
    void knownContradictions() {
        assertThat(rows().filter(row -> row.text(LayerField.UF) != null
                                && row.text(LayerField.UF).equals("RN")
                                && row.position().latitude() < -10)
                        .map(row -> row.text(LayerField.NOME_EOL)))
                .hasSize(12)
                .containsOnly("Barra XI");
        assertThat(rows().filter(row ->
                                !List.of("SIRGAS2000", "WGS84", "SAD69").contains(row.text(LayerField.DATUM_EMP)))
                        .map(row -> row.text(LayerField.NOME_EOL))
                        .distinct())
                .containsExactlyInAnyOrder("Pedra de Amolar I", "Pedra de Amolar II");
        assertThat(rows().filter(row -> row.plantId() != null)
                        .filter(row ->
                                !row.text(LayerField.CEG).substring(7, 13).equals("%06d".formatted(row.plantId())))
                        .map(row -> row.text(LayerField.NOME_EOL))
                        .distinct())
                .containsExactlyInAnyOrder("Gameleiras 12", "São Manoel");
        assertThat(rows().map(row -> row.text(LayerField.CEG)).filter(Objects::nonNull))
                .allMatch(ceg -> ceg.matches("EOLCV[A-Z]{2}\\d{6}-\\d-01"));
    }

    @Test
    void extent() {
        var latitudes = rows().mapToDouble(row -> row.position().latitude()).summaryStatistics();
        var longitudes = rows().mapToDouble(row -> row.position().longitude()).summaryStatistics();
        assertThat(latitudes.getMin()).isEqualTo(-33.7418);
        assertThat(latitudes.getMax()).isEqualTo(-2.6026);
        assertThat(longitudes.getMin()).isEqualTo(-56.4571);
        assertThat(longitudes.getMax()).isEqualTo(-34.9675);
    }

    @Test
    void sameSeedSameFleetOtherSeedAnother() {
        assertThat(FirstDay.make(2026, 1).rows())
                .usingElementComparator(
                        (a, b) -> a.toMap().equals(b.toMap()) && a.position().equals(b.position()) ? 0 : 1)
                .containsExactly(FLEET.rows());
        assertThat(FirstDay.make(7, 1).rows()[5].toMap()).isNotEqualTo(FLEET.rows()[5].toMap());
        assertThat(FirstDay.make(7, 1).size()).isEqualTo(23_522);
    }

    @Test
    void copiesHaveTheirOwnPlantsAndPlaces() {
        Fleet three = FirstDay.make(2026, 3);
        assertThat(three.size()).isEqualTo(3 * 23_522);
        assertThat(Arrays.stream(three.rows())
                        .map(SourceRow::plantId)
                        .filter(Objects::nonNull)
                        .distinct())
                .hasSize(3 * 2534);
        long places =
                Arrays.stream(three.rows()).map(SourceRow::position).distinct().count();
        assertThat(places).isEqualTo(3 * distinct(SourceRow::position));
    }
}
