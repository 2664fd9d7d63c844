package dev.catavento.exporttableau.windfleet;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.catavento.domain.FleetRule;
import dev.catavento.exporttableau.datapackage.Licence;
import dev.catavento.exporttableau.datapackage.PowerTotals;
import dev.catavento.exporttableau.datapackage.Rule;
import dev.catavento.exporttableau.datapackage.Source;
import dev.catavento.exporttableau.datapackage.Subject;
import dev.catavento.exporttableau.table.Words;
import dev.catavento.store.export.FleetPower;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said of an export as a whole. */
public record FleetSummary(LocalDate day, String rulesVersion, boolean demo, FleetPower power) implements Subject {
    private static final DateTimeFormatter DAY_PT = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final String WARNING_PT = "DEMO: frota inventada para demonstração; não são dados da ANEEL.";
    private static final String WARNING_EN = "DEMO: a fleet made up for demonstration; these are not ANEEL's data.";

    @Override
    public String name() {
        return "catavento-wind-fleet";
    }

    @Override
    public Words title() {
        var dayPt = DAY_PT.format(day);
        return demo
                ? new Words("DEMO — Frota eólica inventada, " + dayPt, "DEMO — Made-up wind fleet, " + day)
                : new Words("Frota eólica do Brasil, " + dayPt, "Brazil's wind fleet, " + day);
    }

    @Override
    public Words description() {
        return new Words(
                (demo ? WARNING_PT + " " : "")
                        + "Os aerogeradores registrados no SIGEL da ANEEL, com valores reparados e ocorrências."
                        + " Mais da metade da frota registrada não opera: leia a potência por situação de operação.",
                (demo ? WARNING_EN + " " : "")
                        + "The wind turbines registered in ANEEL's SIGEL, with repaired values and issues."
                        + " More than half of the registered fleet does not operate: read power by operating status.");
    }

    /** What must be known before a number is quoted; empty for a real fleet. */
    public Words warning() {
        return demo ? new Words(WARNING_PT, WARNING_EN) : new Words("", "");
    }

    @Override
    public List<Rule> rules() {
        return Arrays.stream(FleetRule.values())
                .map(rule -> new Rule(rule.word(), rule.severity(), new Words(rule.meaningPt(), rule.meaning())))
                .toList();
    }

    @Override
    public Source source() {
        return demo ? Source.DEMO : Source.SIGEL;
    }

    @Override
    public Optional<Licence> licence() {
        return Optional.of(demo ? Licence.DEMO : Licence.ANEEL);
    }

    @Override
    public void writeTotals(JsonGenerator json) throws IOException {
        PowerTotals.write(json, power);
    }
}
