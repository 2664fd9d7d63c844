package dev.catavento.domain.telemetry;

import dev.catavento.domain.Severity;
import java.util.Locale;

/**
 * What is looked for in every sample. A change of what a rule does, or of this list, is a new {@link #RULES_VERSION}:
 * days computed under another version are computed again. The source's samples stay as they came, in {@code raw}.
 */
public enum TelemetryRule {
    SAMPLE_REPEATED(
            Severity.INFO,
            "a sample came more than once with the same values; counted once",
            "amostra repetida com os mesmos valores; contada uma vez"),
    SAMPLE_CONFLICT(
            Severity.WARNING,
            "samples of one instant disagree about a value; none of them is used",
            "amostras do mesmo instante discordam em um valor; nenhum é usado"),
    SAMPLE_OFF_GRID(
            Severity.INFO,
            "a sample's stamp is not on the source's cadence; it keeps its window",
            "carimbo fora da cadência da fonte; a amostra fica em sua janela"),
    SAMPLE_OTHER_DAY(
            Severity.WARNING,
            "a sample of another day than was asked for; not used",
            "amostra de outro dia que o pedido; não usada"),
    STAMP_REPEATED_HOUR(
            Severity.WARNING,
            "a local hour came twice and the order does not tell which is which; taken as the first",
            "hora local repetida e a ordem não diz qual é qual; tomada como a primeira"),
    VALUE_NOT_A_NUMBER(
            Severity.INFO,
            "infinity in place of a number; taken as no value",
            "infinito em lugar de número; tomado como sem valor"),
    VALUE_OUT_OF_LIMITS(
            Severity.WARNING,
            "outside the signal's physical limits, or the turbine's rated power; not used",
            "fora dos limites físicos do sinal ou da potência nominal; não usado"),
    POWER_IN_WATTS(
            Severity.WARNING,
            "power came in W in place of kW; divided by 1000",
            "potência em W em vez de kW; dividida por 1000"),
    SENSOR_STUCK(
            Severity.WARNING,
            "the same value for longer than the signal can keep it at its resolution; not used",
            "mesmo valor por mais tempo que o sinal pode manter em sua resolução; não usado"),
    WIND_ZERO_WHILE_PRODUCING(
            Severity.WARNING,
            "wind of exactly zero while the turbine produces; not used",
            "vento exatamente zero com o aerogerador produzindo; não usado"),
    TURBINE_UNMAPPED(
            Severity.INFO,
            "a turbine of the source that sources.yaml maps to none of the fleet; kept under its own name",
            "aerogerador da fonte sem correspondência em sources.yaml; mantido com o próprio nome"),
    TURBINE_IN_TWO_SOURCES(
            Severity.WARNING,
            "two sources speak for one turbine; both are kept, each under its source",
            "duas fontes para o mesmo aerogerador; ambas são mantidas");

    /** The version of all rules together, kept with every computed day. */
    public static final String RULES_VERSION = "telemetry-1";

    private final Severity severity;
    private final String meaning;
    private final String meaningPt;

    TelemetryRule(Severity severity, String meaning, String meaningPt) {
        this.severity = severity;
        this.meaning = meaning;
        this.meaningPt = meaningPt;
    }

    /** The name used in tables and files: {@code sensor-stuck}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Severity severity() {
        return severity;
    }

    public String meaning() {
        return meaning;
    }

    public String meaningPt() {
        return meaningPt;
    }
}
