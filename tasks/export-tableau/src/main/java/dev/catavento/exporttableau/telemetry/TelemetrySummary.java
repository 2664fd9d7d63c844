package dev.catavento.exporttableau.telemetry;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.catavento.domain.telemetry.TelemetryRule;
import dev.catavento.exporttableau.datapackage.Licence;
import dev.catavento.exporttableau.datapackage.Rule;
import dev.catavento.exporttableau.datapackage.Source;
import dev.catavento.exporttableau.datapackage.Subject;
import dev.catavento.exporttableau.table.Words;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is said of an exported day of telemetry as a whole. */
record TelemetrySummary(String sourceName, LocalDate day, String rulesVersion, boolean demo, DayTotals totals)
        implements Subject {
    private static final DateTimeFormatter DAY_PT = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    @Override
    public String name() {
        return "catavento-telemetry";
    }

    @Override
    public Words title() {
        return new Words(
                (demo ? "DEMO — telemetria inventada" : "Telemetria de 10 minutos") + ", fonte " + sourceName + ", "
                        + DAY_PT.format(day),
                (demo ? "DEMO — made-up telemetry" : "10-minute telemetry") + ", source " + sourceName + ", " + day);
    }

    @Override
    public Words description() {
        return new Words(
                (demo ? "DEMO: dados inventados para demonstração. " : "")
                        + "Estatísticas de dez minutos do dia fixo UTC−03:00, com a cobertura em que se apoiam; uma lacuna é"
                        + " vazia, nunca zero. O desvio padrão é o dos valores da fonte em sua cadência, em regra de 1 minuto,"
                        + " e não o de 10 minutos da IEC 61400-12-1.",
                (demo ? "DEMO: data made up for demonstration. " : "")
                        + "Ten-minute statistics of the fixed UTC−03:00 day, with the coverage they rest on; a gap is empty,"
                        + " never zero. The standard deviation is that of the source's own values at its cadence, of 1-minute"
                        + " values as a rule, and not the 10-minute deviation of IEC 61400-12-1.");
    }

    @Override
    public List<Rule> rules() {
        return Arrays.stream(TelemetryRule.values())
                .map(rule -> new Rule(rule.word(), rule.severity(), new Words(rule.meaningPt(), rule.meaning())))
                .toList();
    }

    @Override
    public Source source() {
        return Source.ofTelemetry(sourceName, demo);
    }

    @Override
    public Optional<Licence> licence() {
        return demo ? Optional.of(Licence.DEMO) : Optional.empty();
    }

    @Override
    public void writeTotals(JsonGenerator json) throws IOException {
        json.writeStringField("source", sourceName);
        totals.write(json);
    }
}
