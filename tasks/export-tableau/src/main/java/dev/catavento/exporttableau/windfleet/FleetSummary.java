package dev.catavento.exporttableau.windfleet;

import dev.catavento.exporttableau.table.Words;
import dev.catavento.store.export.FleetPower;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What is said of an export as a whole. */
public record FleetSummary(LocalDate day, String rulesVersion, boolean demo, FleetPower power) {
    private static final DateTimeFormatter DAY_PT = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final String WARNING_PT = "DEMO: frota inventada para demonstração; não são dados da ANEEL.";
    private static final String WARNING_EN = "DEMO: a fleet made up for demonstration; these are not ANEEL's data.";

    public Words title() {
        var dayPt = DAY_PT.format(day);
        return demo
                ? new Words("DEMO — Frota eólica inventada, " + dayPt, "DEMO — Made-up wind fleet, " + day)
                : new Words("Frota eólica do Brasil, " + dayPt, "Brazil's wind fleet, " + day);
    }

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
}
