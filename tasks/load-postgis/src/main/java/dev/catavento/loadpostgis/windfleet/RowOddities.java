package dev.catavento.loadpostgis.windfleet;

import dev.catavento.domain.Ceg;
import dev.catavento.domain.Finding;
import dev.catavento.domain.FleetRule;
import dev.catavento.domain.StateExtent;
import dev.catavento.domain.WindTurbine;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** What can be said against a row by looking at it alone; nothing here changes a value. */
final class RowOddities {
    private static final Set<String> DATUMS = Set.of("WGS84", "SIRGAS2000", "SAD69");
    private static final double LEAST_SPECIFIC_POWER = 150;
    private static final double MOST_SPECIFIC_POWER = 650;

    private final Instant capturedAt;

    RowOddities(Instant capturedAt) {
        this.capturedAt = capturedAt;
    }

    void find(SigelTurbineRow row, WindTurbine turbine, Consumer<Finding> findings) {
        plant(row, turbine, findings);
        place(turbine, findings);
        size(turbine, findings);
        date(turbine.source().updatedAt(), findings);
        for (var value : row.unreadable()) {
            int equals = value.indexOf('=');
            findings.accept(Finding.of(
                    FleetRule.VALUE_UNREADABLE,
                    value.substring(0, equals),
                    value.substring(equals + 1),
                    null,
                    "not of the field's type"));
        }
    }

    private static void plant(SigelTurbineRow row, WindTurbine turbine, Consumer<Finding> findings) {
        var id = turbine.plant().idSigel();
        if (id == null) {
            findings.accept(Finding.of(
                    FleetRule.PLANT_ID_MISSING,
                    "EOL_VERSAO_ID",
                    row.EOL_VERSAO_ID(),
                    null,
                    "the plant is told by its name"));
        }
        var ceg = turbine.plant().ceg();
        if (ceg != null) {
            var nucleus = Ceg.nucleus(ceg);
            if (nucleus.isEmpty()) {
                findings.accept(Finding.of(
                        FleetRule.CEG_MALFORMED, "CEG", ceg, null, "expected a form like EOLCVBA030739-4-01"));
            } else if (id != null && !nucleus.get().equals(id)) {
                findings.accept(Finding.of(FleetRule.CEG_MISMATCH, "CEG", ceg, null, "EOL_VERSAO_ID is " + id));
            }
        }
        if (turbine.ownerName() == null) {
            findings.accept(Finding.of(FleetRule.OWNER_MISSING, "PROPRIETARIO", null, null, "the source gives none"));
        }
    }

    private static void place(WindTurbine turbine, Consumer<Finding> findings) {
        var uf = turbine.stateUf();
        if (uf == null) {
            findings.accept(Finding.of(FleetRule.STATE_MISSING, "UF", null, null, "the source gives none"));
        } else if (StateExtent.contradicts(uf, turbine.position())) {
            findings.accept(Finding.of(
                    FleetRule.STATE_CONTRADICTS_POSITION,
                    "UF",
                    uf,
                    null,
                    String.format(
                            Locale.ROOT,
                            "stands at latitude %.4f, longitude %.4f",
                            turbine.position().latitude(),
                            turbine.position().longitude())));
        }
        var datum = turbine.utm().datum();
        if (datum != null && !DATUMS.contains(datum)) {
            findings.accept(Finding.of(
                    FleetRule.DATUM_UNKNOWN, "DATUM_EMP", datum, null, "neither WGS84, SIRGAS2000 nor SAD69"));
        }
    }

    private static void size(WindTurbine turbine, Consumer<Finding> findings) {
        var size = turbine.dimensions();
        plausible("ALT_TORRE", size.hubHeightM(), findings);
        plausible("ALT_TOTAL", size.tipHeightM(), findings);
        plausible("DIAM_ROTOR", size.rotorDiameterM(), findings);
        if (size.hubHeightM() == null) {
            findings.accept(Finding.of(FleetRule.HUB_HEIGHT_MISSING, "ALT_TORRE", null, null, "the source gives none"));
        } else if (size.hubHeightM().equals(size.tipHeightM())) {
            findings.accept(Finding.of(
                    FleetRule.HEIGHTS_EQUAL,
                    "ALT_TOTAL",
                    size.tipHeightM(),
                    null,
                    "the tip cannot be as high as the hub"));
        }
        if (size.tipMismatchM() > 1) {
            findings.accept(Finding.of(
                    size.tipMismatchM() > 5 ? FleetRule.HEIGHTS_INCONSISTENT : FleetRule.HEIGHTS_IMPRECISE,
                    "ALT_TOTAL",
                    size.tipHeightM(),
                    null,
                    String.format(
                            Locale.ROOT,
                            "tower %.2f m + rotor %.2f m / 2 = %.2f m",
                            size.hubHeightM(),
                            size.rotorDiameterM(),
                            size.hubHeightM() + size.rotorDiameterM() / 2)));
        }
        var specific = size.specificPower(turbine.power().kw());
        if (specific != null && (specific < LEAST_SPECIFIC_POWER || specific > MOST_SPECIFIC_POWER)) {
            findings.accept(Finding.of(
                    FleetRule.SPECIFIC_POWER_UNUSUAL,
                    "POT_MW",
                    turbine.power().publishedMw(),
                    null,
                    String.format(Locale.ROOT, "%.0f W/m² over a rotor of %.1f m", specific, size.rotorDiameterM())));
        }
    }

    private static void plausible(String field, Double metres, Consumer<Finding> findings) {
        if (metres != null && (metres < 10 || metres > 400)) {
            findings.accept(Finding.of(FleetRule.DIMENSION_IMPLAUSIBLE, field, metres, null, "outside 10 to 400 m"));
        }
    }

    private void date(Instant updatedAt, Consumer<Finding> findings) {
        if (updatedAt == null || updatedAt.isAfter(capturedAt)) {
            findings.accept(Finding.of(
                    FleetRule.UPDATE_DATE_UNUSUAL,
                    "DATA_ATUALIZACAO",
                    updatedAt,
                    null,
                    updatedAt == null ? "the source gives none" : "later than the capture"));
        }
    }
}
