package dev.catavento.loadpostgis.windfleet;

import dev.catavento.domain.Finding;
import dev.catavento.domain.FleetRule;
import java.util.Locale;
import java.util.function.Consumer;

/** OPERACAO: labels Sim and Não of a coded domain (1, 2) whose codes leak beside them. */
final class OperationStatus {
    private static final String FIELD = "OPERACAO";

    private OperationStatus() {}

    static Boolean of(String word, Consumer<Finding> findings) {
        var plain = word == null ? "" : word.strip().toLowerCase(Locale.ROOT);
        return switch (plain) {
            case "sim" -> Boolean.TRUE;
            case "não", "nao" -> Boolean.FALSE;
            case "1" -> leaked(word, "Sim", true, findings);
            case "2" -> leaked(word, "Não", false, findings);
            case "" -> unknown(FleetRule.STATUS_MISSING, word, "the source does not say", findings);
            default -> unknown(FleetRule.STATUS_UNREADABLE, word, "neither Sim nor Não", findings);
        };
    }

    private static Boolean leaked(String code, String label, boolean operating, Consumer<Finding> findings) {
        findings.accept(Finding.of(
                FleetRule.STATUS_CODE_LEAKED, FIELD, code, label, "the domain says " + code + " = " + label));
        return operating;
    }

    private static Boolean unknown(FleetRule rule, String word, String why, Consumer<Finding> findings) {
        findings.accept(Finding.of(rule, FIELD, word, null, why));
        return null;
    }
}
