package dev.catavento.domain;

import java.util.Locale;

/**
 * What is looked for in every row of the fleet. A change of what a rule does, or of this list, is a new
 * {@link #RULES_VERSION}: days loaded under another version are loaded again.
 */
public enum FleetRule {
    POWER_IN_KW(Severity.INFO, "POT_MW held kilowatts; divided by 1000", "POT_MW em quilowatts; dividido por 1000"),
    POWER_THOUSANDTH(
            Severity.WARNING,
            "POT_MW was a thousand times too small; multiplied by 1000",
            "POT_MW mil vezes menor que o real; multiplicado por 1000"),
    POWER_IMPLAUSIBLE(
            Severity.WARNING,
            "rated power outside 0.2 to 20 MW and no unit explains it; left",
            "potência fora de 0,2 a 20 MW sem unidade que a explique; mantida"),
    POWER_MISSING(Severity.WARNING, "no rated power", "sem potência"),
    SPECIFIC_POWER_UNUSUAL(
            Severity.WARNING,
            "rated power over rotor area outside 150 to 650 W/m²",
            "potência por área do rotor fora de 150 a 650 W/m²"),
    TEXT_CLEANED(
            Severity.INFO,
            "line breaks or stray blanks taken out of a text",
            "quebras de linha ou espaços sobrando retirados de um texto"),
    STATUS_CODE_LEAKED(
            Severity.INFO,
            "OPERACAO held the domain's code instead of its label",
            "OPERACAO com o código do domínio em vez do rótulo"),
    STATUS_MISSING(Severity.WARNING, "operating status unknown", "situação de operação desconhecida"),
    STATUS_UNREADABLE(
            Severity.WARNING, "OPERACAO held a word nobody knows; status unknown", "OPERACAO com palavra desconhecida"),
    PLANT_ID_MISSING(
            Severity.WARNING,
            "no EOL_VERSAO_ID; the plant is told by its name",
            "sem EOL_VERSAO_ID; a usina é identificada pelo nome"),
    OWNER_MISSING(Severity.INFO, "no owner", "sem proprietário"),
    STATE_MISSING(Severity.INFO, "no state", "sem UF"),
    STATE_CONTRADICTS_POSITION(
            Severity.WARNING, "the position lies far outside the stated state", "a posição está longe da UF declarada"),
    CEG_MISMATCH(
            Severity.WARNING,
            "the CEG's nucleus is not the plant's id",
            "o núcleo do CEG não é o identificador da usina"),
    CEG_MALFORMED(Severity.WARNING, "the CEG has not SIGEL's form", "CEG fora da forma do SIGEL"),
    DATUM_UNKNOWN(
            Severity.INFO,
            "DATUM_EMP names no datum (the geometry is used)",
            "DATUM_EMP inválido (usa-se a geometria)"),
    HUB_HEIGHT_MISSING(Severity.INFO, "no tower height", "sem altura da torre"),
    DIMENSION_IMPLAUSIBLE(
            Severity.WARNING,
            "a height or diameter outside 10 to 400 m; left",
            "altura ou diâmetro fora de 10 a 400 m"),
    HEIGHTS_EQUAL(Severity.WARNING, "tip height equals tower height", "altura total igual à altura da torre"),
    HEIGHTS_INCONSISTENT(
            Severity.WARNING,
            "tip height differs from tower plus half a rotor by more than 5 m",
            "altura total difere de torre mais meio rotor em mais de 5 m"),
    HEIGHTS_IMPRECISE(
            Severity.INFO,
            "tip height differs from tower plus half a rotor by 1 to 5 m",
            "altura total difere de torre mais meio rotor entre 1 e 5 m"),
    UPDATE_DATE_UNUSUAL(
            Severity.INFO,
            "DATA_ATUALIZACAO is missing or lies after the capture",
            "DATA_ATUALIZACAO ausente ou posterior à captura"),
    VALUE_UNREADABLE(
            Severity.WARNING,
            "a value of another type than the field; taken as unknown",
            "valor de outro tipo; ignorado"),
    DUPLICATE_ROW(
            Severity.INFO,
            "the source lists the turbine more than once; one is kept",
            "a fonte lista o aerogerador mais de uma vez; um é mantido"),
    DUPLICATE_CONFLICT(
            Severity.WARNING,
            "repeated rows of one turbine disagree in a field",
            "linhas repetidas de um aerogerador discordam em um campo"),
    POSITION_SHARED(
            Severity.WARNING, "another turbine stands on the same spot", "outro aerogerador está no mesmo ponto"),
    DESIGNATION_REPEATED(
            Severity.INFO,
            "the plant has another turbine of this designation elsewhere",
            "a usina tem outro aerogerador com esta denominação"),
    ROW_UNPLACED(
            Severity.ERROR,
            "no position, or one outside Brazil; the row is quarantined",
            "sem posição ou fora do Brasil; linha em quarentena"),
    ROW_UNNAMED(
            Severity.ERROR,
            "no designation or no plant; the row is quarantined",
            "sem denominação ou sem usina; linha em quarentena");

    /** The version of all rules together, kept with every release. */
    public static final String RULES_VERSION = "wind-fleet-1";

    private final Severity severity;
    private final String meaning;
    private final String meaningPt;

    FleetRule(Severity severity, String meaning, String meaningPt) {
        this.severity = severity;
        this.meaning = meaning;
        this.meaningPt = meaningPt;
    }

    /** The name used in tables and files: {@code power-in-kw}. */
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
