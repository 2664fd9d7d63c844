package dev.catavento.loadpostgis.windfleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.catavento.domain.Finding;
import dev.catavento.domain.FleetRule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigelTurbineMapperTest {
    private final SigelTurbineMapper mapper = new SigelTurbineMapper(Instant.parse("2026-01-02T09:00:00Z"));

    @Test
    void aPlainRowBecomesATurbineInOurUnitsWithoutFindings() throws IOException {
        var turbine = usable(SigelFeature.of(30739, "CAI-083", 1));
        assertThat(turbine.findings()).isEmpty();
        assertThat(turbine.turbine().power().kw()).isEqualTo(4200);
        assertThat(turbine.turbine().operating()).isTrue();
        assertThat(turbine.turbine().source().updatedAt()).isEqualTo(Instant.parse("2022-10-24T15:37:27Z"));
    }

    @Test
    void everyOddityOfARowIsFound() throws IOException {
        assertFinding(SigelFeature.of(1, "A", 1).with("POT_MW", "4200"), FleetRule.POWER_IN_KW);
        assertFinding(SigelFeature.of(1, "A", 1).with("POT_MW", "0.0042"), FleetRule.POWER_THOUSANDTH);
        assertFinding(SigelFeature.of(1, "A", 1).with("POT_MW", "null"), FleetRule.POWER_MISSING);
        assertFinding(SigelFeature.of(1, "A", 1).with("POT_MW", "12.5"), FleetRule.SPECIFIC_POWER_UNUSUAL);
        assertFinding(SigelFeature.of(1, "A", 1).with("NOME_EOL", "\"Plant 1 \\r\""), FleetRule.TEXT_CLEANED);
        assertFinding(SigelFeature.of(1, "A", 1).with("OPERACAO", "\"1\""), FleetRule.STATUS_CODE_LEAKED);
        assertFinding(SigelFeature.of(1, "A", 1).with("OPERACAO", "null"), FleetRule.STATUS_MISSING);
        assertFinding(SigelFeature.of(1, "A", 1).with("OPERACAO", "\"talvez\""), FleetRule.STATUS_UNREADABLE);
        assertFinding(SigelFeature.of(1, "A", 1).with("EOL_VERSAO_ID", "0"), FleetRule.PLANT_ID_MISSING);
        assertFinding(SigelFeature.of(1, "A", 1).with("PROPRIETARIO", "null"), FleetRule.OWNER_MISSING);
        assertFinding(SigelFeature.of(1, "A", 1).with("UF", "null"), FleetRule.STATE_MISSING);
        assertFinding(SigelFeature.of(1, "A", 1).with("UF", "\"RS\""), FleetRule.STATE_CONTRADICTS_POSITION);
        assertFinding(SigelFeature.of(1, "A", 1).with("CEG", "\"EOLCVBA050875-4-01\""), FleetRule.CEG_MISMATCH);
        assertFinding(SigelFeature.of(1, "A", 1).with("CEG", "\"EOL.CV.BA\""), FleetRule.CEG_MALFORMED);
        assertFinding(SigelFeature.of(1, "A", 1).with("DATUM_EMP", "\"23\""), FleetRule.DATUM_UNKNOWN);
        assertFinding(SigelFeature.of(1, "A", 1).with("ALT_TORRE", "null"), FleetRule.HUB_HEIGHT_MISSING);
        assertFinding(SigelFeature.of(1, "A", 1).with("ALT_TOTAL", "198"), FleetRule.HEIGHTS_IMPRECISE);
        assertFinding(SigelFeature.of(1, "A", 1).with("ALT_TOTAL", "180"), FleetRule.HEIGHTS_INCONSISTENT);
        assertFinding(
                SigelFeature.of(1, "A", 1).with("DATA_ATUALIZACAO", "1893456000000"), FleetRule.UPDATE_DATE_UNUSUAL);
        assertThat(usable(SigelFeature.of(1, "A", 1).with("DIAM_ROTOR", "\"150 m\""))
                        .findings())
                .contains(new Finding(
                        FleetRule.VALUE_UNREADABLE, "DIAM_ROTOR", "150 m", null, "not of the field's type"));
        assertThat(usable(SigelFeature.of(1, "A", 1).with("ALT_TOTAL", "120")).findings())
                .extracting(Finding::rule)
                .containsExactly(FleetRule.HEIGHTS_EQUAL, FleetRule.HEIGHTS_INCONSISTENT);
    }

    @Test
    void aRowThatCannotBePlacedOrNamedSaysWhy() throws IOException {
        assertUnusable(SigelFeature.of(1, "A", 1).nowhere(), FleetRule.ROW_UNPLACED, "the row has no geometry");
        assertUnusable(
                SigelFeature.of(1, "A", 1).at(-12.5, -42.5),
                FleetRule.ROW_UNPLACED,
                "the position (longitude -12.5, latitude -42.5) is not in Brazil; the other way round it would be");
        assertUnusable(SigelFeature.of(1, " ", 1), FleetRule.ROW_UNNAMED, "the row has no designation");
        assertUnusable(
                SigelFeature.of(1, "A", 1).with("NOME_EOL", "null").with("EOL_VERSAO_ID", "null"),
                FleetRule.ROW_UNNAMED,
                "the row names no plant");
    }

    private void assertFinding(SigelFeature feature, FleetRule rule) throws IOException {
        assertThat(usable(feature).findings()).extracting(Finding::rule).containsExactly(rule);
    }

    private void assertUnusable(SigelFeature feature, FleetRule rule, String reason) throws IOException {
        assertThat(map(feature)).isInstanceOfSatisfying(MappedRow.Unusable.class, row -> {
            assertThat(row.rule()).isEqualTo(rule);
            assertThat(row.reason()).isEqualTo(reason);
        });
    }

    private dev.catavento.domain.SourcedTurbine usable(SigelFeature feature) throws IOException {
        return ((MappedRow.Usable) map(feature)).turbine();
    }

    private MappedRow map(SigelFeature feature) throws IOException {
        var page =
                "{\"fields\":[{\"name\":\"X\"}],\"features\":[" + feature.json() + "],\"exceededTransferLimit\":true}";
        List<MappedRow> rows = new ArrayList<>();
        new SigelPageParser()
                .parse(
                        new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)),
                        row -> rows.add(mapper.map(row)));
        return rows.getFirst();
    }
}
